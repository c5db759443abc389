/** What the app asks of a workspace, each with its reason, and the events it hears: the manifest and the README say the same. */

/** The bot's scopes, those of one reason together. */
export const SCOPES: readonly { scopes: readonly string[]; reason: string }[] = [
  {
    scopes: ["commands", "app_mentions:read", "im:history"],
    reason: "hear commands, shortcuts, mentions and private messages",
  },
  { scopes: ["chat:write", "im:write"], reason: "answer, and write to people privately" },
  {
    scopes: ["channels:history", "groups:history"],
    reason: "hear of files dropped into a channel; look for a message whose answer was lost",
  },
  {
    scopes: ["channels:read", "groups:read"],
    reason: "know the channels it is in, and when it is invited or removed",
  },
  { scopes: ["files:read", "files:write"], reason: "read creator lists, send workbooks and documents" },
  {
    scopes: ["users:read", "users:read.email"],
    reason: "names, time zones, and who somebody is on the other platform",
  },
];

/** Event -> the scopes of which Slack wants at least the named ones before it sends it. */
export const EVENTS: Readonly<Record<string, readonly string[]>> = {
  app_home_opened: [],
  app_mention: ["app_mentions:read"],
  channel_left: ["channels:read"],
  group_left: ["groups:read"],
  member_joined_channel: ["channels:read", "groups:read"],
  "message.channels": ["channels:history"],
  "message.groups": ["groups:history"],
  "message.im": ["im:history"],
};
