/** The app as Slack's "From a manifest" takes it: made from the commands, the shortcuts, the scopes and the events. */
import type { AnyCommand } from "../chat/command.ts";
import type { Messages } from "../chat/messages.ts";
import type { Shortcut } from "../chat/shortcuts.ts";
import { EVENTS, SCOPES } from "./scopes.ts";

/** Optional inputs that a usage hint names. */
const HINTED = 3;
/** Slack takes Latin words only; a subcommand is typed behind its command. */
const SLASH_NAME = /^[a-z][a-z0-9_-]*$/u;

interface ManifestParts {
  commands: readonly Pick<
    AnyCommand<unknown>,
    "name" | "summary" | "example" | "input" | "fields" | "rest"
  >[];
  shortcuts: readonly Shortcut[];
  /** English: Slack's configuration has one language */
  words: Messages;
  /** where Slack reaches the bot over HTTP, such as `https://bot.example.com`; Socket Mode when left out */
  url?: string | undefined;
}

export type Manifest = ReturnType<typeof createManifest>;

export function createManifest({ commands, shortcuts, words, url }: ManifestParts) {
  const at = url === undefined ? undefined : new URL("/slack/events", url).href;
  const typed = commands.filter(({ name, example }) => example !== undefined && SLASH_NAME.test(name));
  return {
    display_information: {
      name: "Seedbed",
      description: "KOL seeding on Xiaohongshu, with the other side in Lark",
    },
    features: {
      bot_user: { display_name: "seedbed", always_online: true },
      app_home: {
        home_tab_enabled: true,
        messages_tab_enabled: true,
        messages_tab_read_only_enabled: false,
      },
      slash_commands: typed.map((command) => {
        const hint = hintOf(command);
        return {
          command: `/${command.name}`,
          ...(at === undefined ? {} : { url: at }),
          description: command.summary(words),
          ...(hint === "" ? {} : { usage_hint: hint }),
          should_escape: false,
        };
      }),
      shortcuts: shortcuts.map(({ name, type, command, description }) => ({
        name,
        type,
        callback_id: command,
        description,
      })),
    },
    oauth_config: { scopes: { bot: SCOPES.flatMap(({ scopes }) => scopes).toSorted() } },
    settings: {
      event_subscriptions: {
        ...(at === undefined ? {} : { request_url: at }),
        bot_events: Object.keys(EVENTS).toSorted(),
      },
      interactivity: { is_enabled: true, ...(at === undefined ? {} : { request_url: at }) },
      org_deploy_enabled: false,
      socket_mode_enabled: at === undefined,
      token_rotation_enabled: false,
    },
  };
}

/** The words the command begins with, then inputs to name: `creator [followers=82k] [notes=23]`. */
function hintOf({ input, fields, rest }: ManifestParts["commands"][number]): string {
  const isRequired = (name: string) => input.shape[name]?._zod.optin !== "optional";
  const shown = (name: string, text: string) => (isRequired(name) ? text : `[${text}]`);
  const named = Object.entries(fields).flatMap(([name, { example }]) => {
    const isLatin = example !== undefined && !/\p{Script=Han}/u.test(example);
    if (name === rest || !(isLatin || isRequired(name))) return [];
    return [shown(name, `${name}=${isLatin ? example : "…"}`)];
  });
  return [...(rest === undefined ? [] : [shown(rest, rest)]), ...named.slice(0, HINTED)].join(" ");
}
