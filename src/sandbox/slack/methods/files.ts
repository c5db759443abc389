/** Methods that take files from the app in three steps, and tell it about files. */
import { z } from "zod";
import type { Slack } from "../context.ts";
import { echoPosted } from "../events.ts";
import { apiFile } from "../message-shapes.ts";
import { ApiError, broken, defineMethod, json } from "../method.ts";
import { BOT, type Channel } from "../people.ts";
import { keepPace } from "../post.ts";
import type { FileCard } from "../workspace.ts";
import { joinedChannel } from "./conversations.ts";

export const fileMethods = {
  "files.getUploadURLExternal": defineMethod(
    z.object({ filename: z.string().min(1), length: z.coerce.number().int().min(1) }),
    ({ slack, args }) => {
      const id = slack.world.newId("F");
      slack.workspace.kept.files[id] = {
        id,
        title: args.filename,
        user: BOT.userId,
        created: Math.floor(slack.world.now() / 1000),
        channels: [],
        shared: false,
      };
      const size = `length=${args.length}&name=${encodeURIComponent(args.filename)}`;
      return { upload_url: `${slack.base()}/upload/${id}?${size}`, file_id: id };
    },
  ),

  "files.completeUploadExternal": defineMethod(
    z.object({
      files: json(z.array(z.object({ id: z.string(), title: z.string().optional() })).min(1)),
      channel_id: z.string().optional(),
      initial_comment: z.string().optional(),
      thread_ts: z.string().optional(),
    }),
    ({ slack, args }) => {
      const channel = args.channel_id === undefined ? undefined : joinedChannel(slack, args.channel_id);
      if (channel !== undefined) keepPace(slack, channel);
      const cards = args.files.map(({ id, title }) => finish(slack, id, title));
      if (channel !== undefined) share(slack, cards, channel, args);
      slack.world.changed();
      return { files: cards.map((card) => apiFile(slack, card)) };
    },
  ),

  "files.info": defineMethod(z.object({ file: z.string() }), ({ slack, args }) => {
    const card = slack.workspace.kept.files[args.file];
    if (card === undefined || !card.shared) throw new ApiError("file_not_found");
    return { file: apiFile(slack, card) };
  }),
};

function finish(slack: Slack, id: string, title: string | undefined): FileCard {
  const card = slack.workspace.kept.files[id];
  if (card === undefined || !slack.world.files.has(id)) throw broken("file_not_found");
  card.title = title ?? card.title;
  card.shared = true;
  return card;
}

function share(
  slack: Slack,
  cards: readonly FileCard[],
  channel: Channel,
  { initial_comment, thread_ts }: { initial_comment?: string | undefined; thread_ts?: string | undefined },
): void {
  for (const card of cards) card.channels.push(channel.id);
  const message = slack.workspace.add({
    channel: channel.id,
    user: BOT.userId,
    text: initial_comment ?? "",
    files: cards.map((card) => card.id),
    ...(thread_ts !== undefined && { thread_ts }),
  });
  echoPosted(slack, message, channel);
}
