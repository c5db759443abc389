/** Messages and files in the shapes in which the API, payloads and the page see them. */
import type { World } from "../world.ts";
import { holdsValue, placedElements } from "./blocks.ts";
import { currentValues, type StateValues } from "./element-values.ts";
import { BOT, TEAM } from "./people.ts";
import type { FileCard, Message, Workspace } from "./workspace.ts";

interface Source {
  world: World;
  workspace: Workspace;
  base: () => string;
}

/** A message as the API answers it. */
export function apiMessage(source: Source, message: Message, includeMetadata = false) {
  const replies = repliesTo(source.workspace, message);
  return {
    type: "message",
    ...(message.files !== undefined && message.user !== BOT.userId && { subtype: "file_share" }),
    user: message.user,
    ts: message.ts,
    text: message.text,
    team: TEAM.id,
    ...(message.user === BOT.userId && { bot_id: BOT.botId, app_id: BOT.appId, bot_profile: botProfile() }),
    ...(message.blocks !== undefined && { blocks: message.blocks }),
    ...(message.thread_ts !== undefined && { thread_ts: message.thread_ts }),
    ...(replies.length > 0 && {
      thread_ts: message.ts,
      reply_count: replies.length,
      latest_reply: replies.at(-1)?.ts,
    }),
    ...(message.files !== undefined && { files: apiFiles(source, message.files), upload: false }),
    ...(message.edited !== undefined && { edited: message.edited }),
    ...(message.reactions !== undefined && {
      reactions: message.reactions.map((one) => ({ ...one, count: one.users.length })),
    }),
    ...(includeMetadata && message.metadata !== undefined && { metadata: message.metadata }),
  };
}

/** A message as the page shows it to one person. */
export function shownMessage(source: Source, message: Message) {
  return {
    ts: message.ts,
    user: message.user,
    text: message.text,
    blocks: message.blocks ?? [],
    ephemeral: message.ephemeralTo !== undefined,
    ...(message.thread_ts !== undefined && { thread_ts: message.thread_ts }),
    files: (message.files ?? []).flatMap((id) => {
      const file = source.world.files.get(id);
      return file === undefined ? [] : { id, name: file.name, mimetype: file.mime, size: file.size };
    }),
    ...(message.edited !== undefined && { edited: message.edited.ts }),
    ...(message.reactions !== undefined && { reactions: message.reactions }),
  };
}

/** What one person chose in a message's menus and inputs, as block_actions carries it. */
export function messageState(message: Message, userId: string): { values: StateValues } {
  const stateful = placedElements(message.blocks ?? []).filter(({ element }) => holdsValue(element));
  return { values: currentValues(stateful, message.chosen?.[userId] ?? {}) };
}

export function apiFile({ world, base }: Source, card: FileCard) {
  const file = world.files.get(card.id);
  const name = file?.name ?? card.title;
  const address = `${base()}/files/${card.id}/${encodeURIComponent(name)}`;
  return {
    id: card.id,
    created: card.created,
    timestamp: card.created,
    name,
    title: card.title,
    mimetype: file?.mime ?? "application/octet-stream",
    filetype: name.includes(".") ? (name.split(".").at(-1) ?? "") : "binary",
    user: card.user,
    user_team: TEAM.id,
    mode: "hosted",
    is_external: false,
    size: file?.size ?? 0,
    url_private: address,
    url_private_download: `${address}?download=1`,
    permalink: `https://${TEAM.domain}.slack.com/files/${card.user}/${card.id}`,
    channels: card.channels.filter((id) => id.startsWith("C")),
    ims: card.channels.filter((id) => id.startsWith("D")),
    file_access: "visible",
  };
}

function apiFiles(source: Source, ids: readonly string[]) {
  return ids.flatMap((id) => {
    const card = source.workspace.kept.files[id];
    return card === undefined ? [] : apiFile(source, card);
  });
}

/** Replies in the thread that a message began, oldest first. */
export function repliesTo(workspace: Workspace, parent: Message): Message[] {
  return workspace
    .messagesIn(parent.channel)
    .filter((message) => message.thread_ts === parent.ts && message.ts !== parent.ts);
}

function botProfile() {
  return { id: BOT.botId, app_id: BOT.appId, name: BOT.realName, team_id: TEAM.id, deleted: false };
}
