/** The numbers the local Lark holds the bot to; where sources differ, the stricter one. */

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const KB = 1024;
const MB = 1024 * KB;

export const LIMITS = {
  /** ms of real time the bot has to acknowledge an event or answer a callback */
  ack: 3_000,
  /** ms of real time between the deliveries of an event nobody acknowledged */
  eventRetries: [15_000, 5 * MINUTE, HOUR, 6 * HOUR],
  connections: 50,
  /** seconds a tenant access token lives, in real time */
  tokenLife: 7_200,
  /** ms of sandbox time during which one uuid sends once */
  uuidLife: HOUR,
  /** ms of sandbox time a sent card can be patched and clicked */
  cardLife: 14 * 24 * HOUR,
  /** ms of sandbox time and number of delayed updates one callback token is good for */
  callbackLife: 30 * MINUTE,
  callbackUses: 2,
  bytes: { card: 30 * KB, post: 30 * KB, text: 150 * KB, image: 10 * MB, file: 30 * MB },
  rates: { perChat: 5, perUser: 5, perMessage: 5, perApiSecond: 50, perApiMinute: 1_000 },
  page: { messages: 50, chats: 100, members: 100, emails: 50 },
  edits: 20,
  uuidLength: 50,
  menuKey: 30,
  card: {
    elements: 200,
    depth: 5,
    tables: 5,
    tableColumns: 50,
    tablePageSize: 10,
    charts: 5,
    inputLength: 1_000,
  },
} as const;
