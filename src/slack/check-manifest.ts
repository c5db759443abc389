/** What Slack would refuse of a manifest, before anybody pastes it. */
import { z } from "zod";
import type { Manifest } from "./manifest.ts";

/** Shortcuts of one type; both together are twice as many. */
const SHORTCUTS_A_TYPE = 5;

const latin = (limit: number) =>
  z
    .string()
    .min(1)
    .max(limit)
    .refine((text) => !/\p{Script=Han}/u.test(text), { message: "is not English" });
const address = z.url({ protocol: /^https$/u }).optional();

const SlackManifest = z.strictObject({
  display_information: z.strictObject({ name: latin(35), description: latin(140) }),
  features: z.strictObject({
    bot_user: z.strictObject({
      display_name: z
        .string()
        .max(80)
        .regex(/^[a-z0-9._-]+$/u),
      always_online: z.boolean(),
    }),
    app_home: z.strictObject({
      home_tab_enabled: z.boolean(),
      messages_tab_enabled: z.boolean(),
      messages_tab_read_only_enabled: z.boolean(),
    }),
    slash_commands: z
      .array(
        z.strictObject({
          command: z
            .string()
            .max(32)
            .regex(/^\/[a-z][a-z0-9_-]*$/u),
          url: address,
          description: latin(2_000),
          usage_hint: latin(1_000).optional(),
          should_escape: z.boolean(),
        }),
      )
      .max(50),
    shortcuts: z
      .array(
        z.strictObject({
          name: latin(24),
          type: z.enum(["global", "message"]),
          callback_id: z.string().min(1).max(255),
          description: latin(150),
        }),
      )
      .max(10),
  }),
  oauth_config: z.strictObject({ scopes: z.strictObject({ bot: z.array(z.string()).max(255) }) }),
  settings: z.strictObject({
    event_subscriptions: z.strictObject({ request_url: address, bot_events: z.array(z.string()).max(100) }),
    interactivity: z.strictObject({ is_enabled: z.boolean(), request_url: address }),
    org_deploy_enabled: z.boolean(),
    socket_mode_enabled: z.boolean(),
    token_rotation_enabled: z.boolean(),
  }),
});

/** @returns one line for each rule that is broken, with its place; empty for a sound manifest */
export function checkManifest(manifest: Manifest): string[] {
  const { slash_commands: commands, shortcuts } = manifest.features;
  const issues = SlackManifest.safeParse(manifest).error?.issues ?? [];
  const many = (["global", "message"] as const).filter(
    (type) => shortcuts.filter((one) => one.type === type).length > SHORTCUTS_A_TYPE,
  );
  return [
    ...issues.map(({ path, message }) => `${path.map(String).join(".")}: ${message}`),
    ...many.map((type) => `more than ${SHORTCUTS_A_TYPE} ${type} shortcuts`),
    ...repeated(commands.map(({ command }) => command)),
    ...repeated(shortcuts.map(({ type, callback_id: id }) => `${type} shortcut ${id}`)),
  ];
}

function repeated(names: readonly string[]): string[] {
  return [...new Set(names.filter((name, index) => names.indexOf(name) !== index))].map(
    (name) => `${name} stands twice`,
  );
}
