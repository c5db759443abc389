/** Who is behind an account: known already, or a member whose email the platform confirms. */
import type { PlatformName } from "../../chat/ports.ts";
import {
  type Account,
  insertAccount,
  type Member,
  memberByEmail,
  memberOfAccount,
  updateMember,
} from "../../store/people.ts";
import type { Services } from "../ctx.ts";
import { createFirstAdmin } from "../people/first-admin.ts";

export interface Person {
  member: Member | undefined;
  /** another after each change of the member; undefined for people whom the bot does not know */
  version: string | undefined;
  account: { platform: PlatformName; userId: string; name: string };
}

/**
 * An account that is not linked yet is matched by the email its platform shows; people without a visible email link
 * by a code instead.
 */
export async function identifyPerson(
  services: Services,
  platform: PlatformName,
  userId: string,
): Promise<Person> {
  const known = await knownPerson(services, platform, userId);
  if (known !== undefined) return known;
  const profile = await services.chats[platform]?.resolveUser(userId);
  const account = { platform, userId, name: profile?.name ?? userId };
  const stranger: Person = { member: undefined, version: undefined, account };
  if (profile?.email === undefined) return stranger;
  const { db } = services.store;
  const found =
    (await memberByEmail(db, profile.email)) ?? (await createFirstAdmin(services, profile.email, profile));
  if (found === undefined) return stranger;
  const linkedAt = services.clock.now();
  const linked: Account = { platform, userId, memberId: found.id, name: profile.name, linkedAt };
  if (await insertAccount(db, linked)) {
    // what a person set themselves stays; the profile only fills what is not set
    const language = found.language ?? profile.language ?? null;
    const zone = found.zone ?? profile.zone ?? null;
    await updateMember(db, found.id, { language, zone });
  }
  // where it was not inserted another event of this new account was faster, or the member has another account here
  return (await knownPerson(services, platform, userId)) ?? stranger;
}

async function knownPerson(
  { store }: Services,
  platform: PlatformName,
  userId: string,
): Promise<Person | undefined> {
  const found = await memberOfAccount(store.db, platform, userId);
  return found && { ...found, account: { platform, userId, name: found.member.name } };
}
