/** Members who are admins because the installation says so. */

import type { Profile } from "../../chat/ports.ts";
import {
  insertLinkCode,
  insertMember,
  type Member,
  memberByEmail,
  membersWithRole,
} from "../../store/people.ts";
import type { Services } from "../ctx.ts";
import { hashOfCode } from "./link-code.ts";

/** Makes a member of an email that ADMIN_EMAILS names; undefined for every other email. */
export async function createFirstAdmin(
  services: Services,
  email: string,
  profile: Profile,
): Promise<Member | undefined> {
  if (!services.settings.adminEmails.includes(email.toLowerCase())) return undefined;
  const member: Member = {
    id: services.newId("mem"),
    name: profile.name,
    email: email.toLowerCase(),
    role: "admin",
    language: profile.language ?? null,
    zone: profile.zone ?? null,
    agency: null,
    createdAt: services.clock.now(),
  };
  await insertMember(services.store.db, member).catch(async (error: unknown) => {
    // two events of the same new admin at once: the other one has made the member
    if ((await memberByEmail(services.store.db, email)) === undefined) throw error;
  });
  return memberByEmail(services.store.db, email);
}

const CODE_GOOD_FOR = { hours: 24 };

/** An installation that nobody administers yet prints a code; whoever sends it first becomes the admin. */
export async function offerFirstAdmin(services: Services): Promise<void> {
  const { store, clock, settings, log } = services;
  const admins = await membersWithRole(store.db, ["admin"]);
  if (admins.length > 0 || settings.adminEmails.length > 0) return;
  const code = services.newCode();
  await insertLinkCode(store.db, { codeHash: hashOfCode(code), expiresAt: clock.now().add(CODE_GOOD_FOR) });
  log.warn(
    {},
    `Nobody administers Seedbed yet. Send it "/link ${code}" within 24 hours to become the admin.`,
  );
}
