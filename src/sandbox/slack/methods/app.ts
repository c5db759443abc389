/** Methods about the app itself: who it is, how it connects. */
import { z } from "zod";
import { ApiError, defineMethod } from "../method.ts";
import { BOT, TEAM } from "../people.ts";

export const appMethods = {
  "api.test": defineMethod(z.object({}), () => ({})),

  "auth.test": defineMethod(z.object({}), () => ({
    url: `https://${TEAM.domain}.slack.com/`,
    team: TEAM.name,
    user: BOT.name,
    team_id: TEAM.id,
    user_id: BOT.userId,
    bot_id: BOT.botId,
    is_enterprise_install: false,
  })),

  "apps.connections.open": defineMethod(z.object({}), ({ slack }) => ({ url: slack.socket.newUrl() }), "app"),

  "bots.info": defineMethod(z.object({ bot: z.string().optional() }), ({ args }) => {
    if (args.bot !== undefined && args.bot !== BOT.botId) throw new ApiError("bot_not_found");
    return {
      bot: { id: BOT.botId, deleted: false, name: BOT.realName, app_id: BOT.appId, user_id: BOT.userId },
    };
  }),
};
