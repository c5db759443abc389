/** The local Slack's own copy of Slack's limits: what it refuses, counted in characters, items, ms or calls. */

export const LIMITS = {
  message: { blocks: 50, text: 40_000, updateText: 4_000, charts: 2, tables: 1, metadataBytes: 8_000 },
  view: {
    blocks: 100,
    title: 24,
    button: 24,
    privateMetadata: 3_000,
    callbackId: 255,
    stack: 3,
    bytes: 250_000,
  },
  id: 255,
  section: { text: 3_000, fields: 10, field: 2_000 },
  header: 150,
  context: { elements: 10, text: 2_000 },
  contextActions: 5,
  actions: 25,
  button: { text: 75, value: 2_000, url: 3_000, label: 75 },
  select: { options: 100, groups: 100, placeholder: 150 },
  option: { text: 75, value: 150, description: 75, url: 3_000 },
  choices: 10,
  overflow: 5,
  confirm: { title: 100, text: 300, confirm: 30, deny: 30 },
  input: { label: 2_000, hint: 2_000, length: 3_000, files: 10, lines: 100 },
  image: { alt: 2_000, title: 2_000, url: 3_000 },
  markdown: 12_000,
  richText: 3_000,
  table: { rows: 100, columns: 20 },
  dataTable: { rows: 101, columns: 20, pageSize: 100 },
  /** in all tables of one message together */
  tableCharacters: 10_000,
  chart: { title: 50, categories: 20, series: 6, label: 20, segments: 6, axis: 50 },
  container: { children: 10, title: 150 },
  card: { title: 150, subtitle: 150, body: 200, actions: 3 },
  carousel: 10,
  alert: 3_000,
  plan: { tasks: 50, title: 150 },
  trigger: { ms: 3_000 },
  responseUrl: { uses: 5, ms: 30 * 60_000 },
  ackMs: 3_000,
  sockets: 10,
  /** one message a second in one channel, after a burst of a few */
  posting: { burst: 4, perMinute: 60 },
} as const;

/** Calls a minute for each method; a method that is not named has the most generous tier. */
export const TIERS: Readonly<Record<string, number>> = {
  "conversations.list": 20,
  "users.list": 20,
  "bots.info": 50,
  "chat.delete": 50,
  "chat.update": 50,
  "conversations.history": 50,
  "conversations.info": 50,
  "conversations.open": 50,
  "conversations.replies": 50,
  "reactions.add": 50,
  "users.conversations": 50,
  "users.lookupByEmail": 50,
};

export const WIDEST_TIER = 100;

/** Methods Slack meters in another way than by calls a minute. */
export const UNTIERED: ReadonlySet<string> = new Set([
  "auth.test",
  "apps.connections.open",
  "chat.postMessage",
  "chat.getPermalink",
]);
