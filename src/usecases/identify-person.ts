/** Who is behind an account: known already, or a member whose email the platform confirms. */
import type { PlatformName } from "../chat/ports.ts";
import {
  type Account,
  insertAccount,
  type Member,
  memberByEmail,
  memberOfAccount,
  updateMember,
} from "../store/people.ts";
import type { Services } from "./ctx.ts";
import { createFirstAdmin } from "./first-admin.ts";

export interface Person {
  member: Member | undefined;
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
  const { db } = services.store;
  const member = await memberOfAccount(db, platform, userId);
  if (member !== undefined) return { member, account: { platform, userId, name: member.name } };
  const profile = await services.chats[platform]?.resolveUser(userId);
  const account = { platform, userId, name: profile?.name ?? userId };
  if (profile?.email === undefined) return { member: undefined, account };
  const found =
    (await memberByEmail(db, profile.email)) ?? (await createFirstAdmin(services, profile.email, profile));
  if (found === undefined) return { member: undefined, account };
  const linked: Account = {
    platform,
    userId,
    memberId: found.id,
    name: profile.name,
    linkedAt: services.clock.now(),
  };
  if (!(await insertAccount(db, linked))) {
    // another event of this new account was faster, or the member has another account here
    return { member: await memberOfAccount(db, platform, userId), account };
  }
  // what a person set themselves stays; the profile only fills what is not set
  const language = found.language ?? profile.language ?? null;
  const zone = found.zone ?? profile.zone ?? null;
  await updateMember(db, found.id, { language, zone });
  return { member: { ...found, language, zone }, account };
}
