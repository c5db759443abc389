/** Who and what is in the local Slack when it starts: people, channels, the app and its made-up credentials. */

export interface Person {
  id: string;
  /** the handle, which the control API accepts in place of the id */
  name: string;
  real_name: string;
  email: string;
  role: string;
  /** IANA zone */
  tz: string;
  locale: string;
}

export interface Channel {
  id: string;
  name: string;
  kind: "channel" | "direct";
  /** user ids, the app's own included */
  members: string[];
}

export const TEAM = { id: "T09ACME01", domain: "acme", name: "Acme" } as const;

export const BOT = {
  userId: "U09SEEDBED",
  botId: "B09SEEDBED",
  appId: "A09SEEDBED",
  name: "seedbed",
  realName: "Seedbed",
} as const;

/** The author of what Slack itself tells one person, such as a command that failed. */
export const SLACKBOT_ID = "USLACKBOT";

export const CREDENTIALS = {
  botToken: "xoxb-sandbox-seedbed",
  appToken: "xapp-sandbox-seedbed",
  signingSecret: "sandbox-slack-signing-secret",
  /** the old verification token that still travels in every payload */
  verificationToken: "sandbox-slack-verification",
} as const;

export const PEOPLE: readonly Person[] = [
  {
    id: "U09K3MAYA1",
    name: "marketer",
    real_name: "Maya Lindqvist",
    email: "marketer@acme.example",
    role: "marketer",
    tz: "Europe/Berlin",
    locale: "en-US",
  },
  {
    id: "U09K3JONA2",
    name: "manager",
    real_name: "Jonas Weber",
    email: "manager@acme.example",
    role: "manager",
    tz: "Europe/Berlin",
    locale: "en-US",
  },
  {
    id: "U09K3PRIY3",
    name: "finance",
    real_name: "Priya Shah",
    email: "finance@acme.example",
    role: "finance",
    tz: "Europe/London",
    locale: "en-GB",
  },
  {
    id: "U09K3DANA4",
    name: "admin",
    real_name: "Dana Brooks",
    email: "admin@acme.example",
    role: "admin",
    tz: "America/New_York",
    locale: "en-US",
  },
  {
    id: "U09K3OLIV5",
    name: "guest",
    real_name: "Oliver Grant",
    email: "guest@elsewhere.example",
    role: "guest",
    tz: "America/New_York",
    locale: "en-US",
  },
];

/** `#spring-launch` with everyone but the guest, and one direct-message channel per person with the app. */
export function seedChannels(): Channel[] {
  const launch: Channel = {
    id: "C09SPRING1",
    name: "#spring-launch",
    kind: "channel",
    members: [...PEOPLE.filter((person) => person.name !== "guest").map((person) => person.id), BOT.userId],
  };
  const direct = PEOPLE.map(
    (person): Channel => ({
      id: person.id.replace(/^U/, "D"),
      name: `@${BOT.name}`,
      kind: "direct",
      members: [person.id, BOT.userId],
    }),
  );
  return [launch, ...direct];
}
