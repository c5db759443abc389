/** Judges creators and keeps the snapshots. The same facts and settings always give the same report. */
import { isDeepStrictEqual } from "node:util";
import type { CreatorFacts } from "../../domain/creator-facts.ts";
import { AppError } from "../../domain/errors.ts";
import { vetCreator as judge } from "../../domain/vet-report.ts";
import { type Audience, isVisible, partyOf } from "../../domain/visibility.ts";
import type { Campaign } from "../../store/campaigns.ts";
import { latestVettings } from "../../store/creator-history.ts";
import type { Creator } from "../../store/creators.ts";
import { together } from "../../store/database.ts";
import { insertVettings, type Vetting } from "../../store/vettings.ts";
import { audienceHere } from "../audience.ts";
import type { Ctx } from "../ctx.ts";
import type { Unit } from "../unit.ts";
import { factsToJudge, knownBefore } from "./facts-to-judge.ts";
import { loadPeers, loadPeersOf, type Peers, peersOf, usualFor } from "./load-peers.ts";
import { scoreSettingsOf } from "./score-settings.ts";

interface Seen {
  creator: Creator;
  /** what is newly known; it takes the place of older facts of the same kind */
  facts: CreatorFacts;
  /** nobody knew them before, so there is nothing to look up */
  isNew?: boolean;
  /** under which id they are among the peers; their own when left out */
  peerId?: string;
}

interface Known {
  peers?: Peers;
  audience?: Audience;
  /** what was known before, by creator, where the newest vetting is not to be built upon */
  earlier?: ReadonlyMap<string, CreatorFacts>;
}

/**
 * Judges and keeps.
 * @param campaign by whose settings is judged; undefined leaves target and category unknown
 * @param seen each creator at most once
 * @param known.peers quotes and rates to compare with, where the caller has loaded them for several calls
 * @param known.audience who will read them; everybody where the call came from when left out
 * @param known.earlier what was known of them; that of the newest vetting of each when left out
 * @returns the kept vettings in the order of `seen`
 */
export async function keepVettings(
  ctx: Ctx,
  unit: Pick<Unit, "tx" | "write">,
  campaign: Campaign | undefined,
  seen: readonly Seen[],
  known: Known = {},
): Promise<Vetting[]> {
  const vettings = await judgeAll(ctx, unit, campaign, seen, known);
  unit.write(insertVettings(unit.tx, vettings));
  return vettings;
}

async function judgeAll(
  ctx: Ctx,
  unit: Pick<Unit, "tx">,
  campaign: Campaign | undefined,
  seen: readonly Seen[],
  { peers, audience, earlier: given }: Known,
): Promise<Vetting[]> {
  const vettedBy = ctx.actor?.id;
  if (vettedBy === undefined) throw new AppError("unknown-person");
  const now = ctx.clock.now();
  const settings = scoreSettingsOf(campaign, now);
  const ids = seen.filter(({ isNew }) => isNew !== true).map(({ creator }) => creator.id);
  const [before, readers] = await together(
    knownBefore(unit.tx, { creatorIds: ids, campaign, now, earlier: given }),
    audience === undefined ? audienceHere(ctx, unit.tx) : Promise.resolve(audience),
  );
  const agency = ctx.actor === undefined ? null : partyOf(ctx.actor);
  // single costs of a side's other creators are shown where all readers may know its quotes; else those of nobody, so that
  // a snapshot's are always those of the side that made it
  const pointsOf = agency === null || isVisible("quote", agency, readers) ? agency : NOBODY;
  const all = seen.map(({ creator, facts, peerId = creator.id }) => {
    return { creator, peerId, facts: factsToJudge(creator.id, facts, before, { agency, readers }) };
  });
  const [only] = all;
  const others =
    peers ??
    (only !== undefined && all.length === 1
      ? await loadPeersOf(unit.tx, only.facts)
      : await loadPeers(unit.tx));
  return all.map(({ creator, facts, peerId }): Vetting => {
    const report = judge(
      facts,
      { ...settings, peers: usualFor(others, peerId, facts) },
      {
        scheme: campaign?.tierScheme ?? "T4",
        peers: peersOf(others, facts),
        creatorId: peerId,
        agency: pointsOf,
      },
    );
    return {
      id: ctx.newId("vet"),
      creatorId: creator.id,
      campaignId: campaign?.id ?? null,
      facts,
      report,
      score: report.scorecard.score,
      vettedBy,
      vettedAt: now,
    };
  });
}

/** No side is called so. */
const NOBODY = "";

/**
 * The same facts on the same day make no second snapshot: the one that is there counts.
 * @param audience who will read it; everybody where the call came from when left out
 */
export async function keepVetting(
  ctx: Ctx,
  unit: Pick<Unit, "tx" | "write">,
  campaign: Campaign | undefined,
  seen: Seen,
  audience?: Audience,
): Promise<Vetting> {
  const [[vetting], latest] = await together(
    judgeAll(ctx, unit, campaign, [seen], audience === undefined ? {} : { audience }),
    latestVettings(unit.tx, [seen.creator.id]),
  );
  if (vetting === undefined) throw new AppError("internal");
  const last = latest.get(seen.creator.id);
  if (last !== undefined && isSame(last, vetting)) return last;
  unit.write(insertVettings(unit.tx, [vetting]));
  return vetting;
}

function isSame(last: Vetting, next: Vetting): boolean {
  const day = ({ vettedAt }: Vetting) =>
    vettedAt.toZonedDateTimeISO("Asia/Shanghai").toPlainDate().toString();
  const content = ({ campaignId, facts, report }: Vetting): unknown =>
    JSON.parse(JSON.stringify({ campaignId, facts, report }));
  return day(last) === day(next) && isDeepStrictEqual(content(last), content(next));
}
