/** Finds the accounts of members who have not spoken to the bot yet, so that reminders reach them all the same. */
import type { Chat } from "../../chat/ports.ts";
import { insertAccount, type Member, membersWithoutAccount } from "../../store/people.ts";
import type { Services } from "../ctx.ts";

/**
 * Best effort: a platform that does not answer, or does not show an email, is made up for by the first word of the
 * person there, by a code, or at the next start.
 */
export async function linkByEmail(services: Services): Promise<void> {
  for (const chat of Object.values(services.chats)) {
    const members = await membersWithoutAccount(services.store.db, chat.platform);
    const users = await usersOf(services, chat, members);
    for (const member of members) {
      const userId = users.get(member.email);
      if (userId === undefined) continue;
      const { id: memberId, name } = member;
      const linkedAt = services.clock.now();
      await insertAccount(services.store.db, { platform: chat.platform, userId, memberId, name, linkedAt });
    }
  }
}

async function usersOf(
  services: Services,
  chat: Chat,
  members: readonly (Member & { email: string })[],
): Promise<ReadonlyMap<string, string>> {
  if (members.length === 0) return new Map();
  try {
    return await chat.findUsers(members.map(({ email }) => email));
  } catch (error) {
    services.log.warn({ platform: chat.platform, err: error }, "accounts could not be looked up by email");
    return new Map();
  }
}
