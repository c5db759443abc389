/** Methods about people. */
import { Temporal } from "temporal-polyfill";
import { z } from "zod";
import type { Slack } from "../context.ts";
import { ApiError, cut, defineMethod, flag, page } from "../method.ts";
import { BOT, type Person, TEAM } from "../people.ts";
import { apiChannel } from "./conversations.ts";

export const userMethods = {
  "users.info": defineMethod(z.object({ user: z.string(), include_locale: flag }), ({ slack, args }) => {
    if (args.user === BOT.userId) return { user: botUser() };
    const person = slack.workspace.people.find((one) => one.id === args.user);
    if (person === undefined) throw new ApiError("user_not_found");
    return { user: apiUser(slack, person, args.include_locale) };
  }),

  "users.list": defineMethod(z.object({ ...page, include_locale: flag }), ({ slack, args }) => {
    const people = slack.workspace.people.map((person) => apiUser(slack, person, args.include_locale));
    const { items, metadata } = cut([...people, botUser()], args);
    return { members: items, response_metadata: metadata };
  }),

  "users.lookupByEmail": defineMethod(z.object({ email: z.string() }), ({ slack, args }) => {
    const wanted = args.email.toLowerCase();
    const person = slack.workspace.people.find((one) => one.email === wanted);
    if (person === undefined) throw new ApiError("users_not_found");
    return { user: apiUser(slack, person, false) };
  }),

  "users.conversations": defineMethod(
    z.object({ ...page, user: z.string().default(BOT.userId), types: z.string().default("public_channel") }),
    ({ slack, args }) => {
      const kinds = args.types.split(",").map((type) => (type.trim() === "im" ? "direct" : "channel"));
      const channels = slack.workspace.channels.filter(
        (channel) => channel.members.includes(args.user) && kinds.includes(channel.kind),
      );
      const { items, metadata } = cut(channels, args);
      return { channels: items.map(apiChannel), response_metadata: metadata };
    },
  ),
};

function apiUser(slack: Slack, person: Person, includeLocale: boolean) {
  const now = Temporal.Instant.fromEpochMilliseconds(Math.floor(slack.world.now()));
  const offset = now.toZonedDateTimeISO(person.tz).offsetNanoseconds / 1e9;
  return {
    id: person.id,
    team_id: TEAM.id,
    name: person.name,
    deleted: false,
    real_name: person.real_name,
    tz: person.tz,
    tz_label: person.tz,
    tz_offset: offset,
    profile: {
      real_name: person.real_name,
      display_name: person.name,
      email: person.email,
      team: TEAM.id,
    },
    is_admin: person.role === "admin",
    is_owner: false,
    is_restricted: person.role === "guest",
    is_ultra_restricted: false,
    is_bot: false,
    is_app_user: false,
    ...(includeLocale && { locale: person.locale }),
  };
}

function botUser() {
  return {
    id: BOT.userId,
    team_id: TEAM.id,
    name: BOT.name,
    deleted: false,
    real_name: BOT.realName,
    profile: {
      real_name: BOT.realName,
      display_name: BOT.realName,
      bot_id: BOT.botId,
      api_app_id: BOT.appId,
    },
    is_bot: true,
    is_app_user: false,
  };
}
