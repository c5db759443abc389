/** Members: add one, list them, change one's own language and zone. */
import type { Language, Role } from "../../chat/people.ts";
import type { TemplateInput } from "../../chat/template-data.ts";
import { AppError } from "../../domain/errors.ts";
import { unnamedParty } from "../../domain/visibility.ts";
import { adoptOwner } from "../../store/adopt-owner.ts";
import type { Querier } from "../../store/database.ts";
import {
  accountsOf,
  allMembers,
  insertLinkCode,
  insertMember,
  type Member,
  memberByEmail,
  memberById,
  updateMember,
} from "../../store/people.ts";
import type { Ctx } from "../ctx.ts";
import { planDigestOf } from "../home/plan-digests.ts";
import { transact, type Unit } from "../unit.ts";
import { linkByEmail } from "./link-by-email.ts";
import { hashOfCode } from "./link-code.ts";

const CODE_GOOD_FOR = { hours: 72 };

export interface PersonInput {
  email: string;
  name?: string | undefined;
  role: Role;
  language?: Language | undefined;
  zone?: string | undefined;
  /** null for the brand's own people */
  agency?: string | null | undefined;
}

/** Adds a member, or changes the one with this email. The code links an account whose email is not visible. */
export async function addPerson({ ctx, input }: { ctx: Ctx; input: PersonInput }): Promise<void> {
  await transact(ctx, async (unit) => {
    const known = await memberByEmail(unit.tx, input.email);
    const id = known?.id ?? ctx.newId("mem");
    if (known === undefined) await insertMember(unit.tx, newMember(id, input, unit.now));
    else await changeMember(unit, known, input);
    await planDigestAnew(unit, id);
    const code = ctx.newCode();
    await insertLinkCode(unit.tx, {
      codeHash: hashOfCode(code),
      memberId: id,
      expiresAt: unit.now.add(CODE_GOOD_FOR),
    });
    await unit.audit(known === undefined ? "person.add" : "person.change", id, {
      role: input.role,
      ...(input.agency === undefined ? {} : { agency: input.agency }),
    });
    await unit.send({
      to: { reply: "actor" },
      template: "member-card",
      data: {
        change: known === undefined ? "added" : "updated",
        member: await memberData(unit.tx, id),
        code,
      },
    });
  });
  await linkByEmail(ctx);
}

export async function listPeople({ ctx }: { ctx: Ctx }): Promise<void> {
  await transact(ctx, async (unit) => {
    const rows = await allMembers(unit.tx);
    const ids = [...new Set(rows.map(({ member }) => member.id))];
    const members = [];
    // one transaction is one connection, and a connection does one thing at a time
    for (const id of ids) members.push(await memberData(unit.tx, id));
    await unit.audit("person.list", "members", { count: members.length });
    await unit.send({ to: { reply: "actor" }, template: "people-list", data: { members } });
  });
}

/** Shows a member's own settings, changed where the input says so. */
export async function changeOwnSettings({
  ctx,
  input,
}: {
  ctx: Ctx;
  input: { language?: Language | undefined; zone?: string | undefined };
}): Promise<void> {
  await transact(ctx, async (unit) => {
    const id = ctx.actor?.id;
    if (id === undefined) throw new AppError("unknown-person");
    const change = definedOf({ language: input.language, zone: input.zone });
    if (Object.keys(change).length > 0) await updateMember(unit.tx, id, change);
    await planDigestAnew(unit, id);
    await unit.audit("person.settings", id, change);
    await unit.send({
      to: { reply: "actor" },
      template: "member-card",
      data: { change: "yours", member: await memberData(unit.tx, id) },
    });
  });
}

export async function memberData(
  db: Querier,
  id: string,
): Promise<TemplateInput<"people-list">["members"][number]> {
  const member = await memberById(db, id);
  if (member === undefined) throw new AppError("unknown-person");
  const { name, email, role, language, zone, agency } = member;
  const platforms = (await accountsOf(db, id)).map(({ platform }) => platform);
  return { name, email, role, language, zone, agency, platforms };
}

/** A new role or zone moves the member's digest. */
async function planDigestAnew(unit: Unit, id: string): Promise<void> {
  const member = await memberById(unit.tx, id);
  if (member !== undefined) await planDigestOf(unit, member);
}

function newMember(id: string, input: PersonInput, createdAt: Member["createdAt"]): Member {
  return {
    id,
    name: input.name ?? input.email.split("@")[0] ?? input.email,
    email: input.email,
    role: input.role,
    language: input.language ?? null,
    zone: input.zone ?? null,
    agency: input.agency ?? null,
    createdAt,
  };
}

function changeOf(input: PersonInput): Parameters<typeof updateMember>[2] {
  return {
    role: input.role,
    ...definedOf({
      name: input.name,
      language: input.language,
      zone: input.zone,
      agency: input.agency,
    }),
  };
}

/** What a partner noted while nobody had named the agency was theirs alone: from now on it is the agency's. */
async function changeMember(unit: Unit, known: Member, input: PersonInput): Promise<void> {
  await updateMember(unit.tx, known.id, changeOf(input));
  if (known.agency === null && typeof input.agency === "string")
    await adoptOwner(unit.tx, known.id, { from: unnamedParty(known.id), to: input.agency });
}

/** What is given is changed, what is not given stays. */
function definedOf(change: {
  name?: string | undefined;
  language?: Language | undefined;
  zone?: string | undefined;
  agency?: string | null | undefined;
}) {
  return Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
}
