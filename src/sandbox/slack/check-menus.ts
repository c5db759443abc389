/** Schemas of the menus: a list of the app's own, people, channels, conversations, each for one choice or several. */
import { z } from "zod";
import { Confirm, Id, MenuOption, OptionGroup, plainText } from "./check-text.ts";
import { LIMITS } from "./limits.ts";

/** Properties of everything that asks a person to choose. */
export const chosen = {
  action_id: Id.optional(),
  confirm: Confirm.optional(),
  focus_on_load: z.boolean().optional(),
  placeholder: plainText(LIMITS.select.placeholder).optional(),
};
const most = { max_selected_items: z.int().min(1).optional() };
const ids = z.array(z.string()).min(1);

const options = {
  options: z.array(MenuOption).min(1).max(LIMITS.select.options).optional(),
  option_groups: z.array(OptionGroup).min(1).max(LIMITS.select.groups).optional(),
};

const oneList = (menu: { options?: unknown; option_groups?: unknown }): boolean =>
  (menu.options === undefined) !== (menu.option_groups === undefined);
const ONE_LIST = { message: "needs exactly one of options and option_groups" };

const filter = {
  filter: z
    .strictObject({
      include: z
        .array(z.enum(["im", "mpim", "private", "public"]))
        .min(1)
        .optional(),
      exclude_external_shared_channels: z.boolean().optional(),
      exclude_bot_users: z.boolean().optional(),
    })
    .optional(),
  default_to_current_conversation: z.boolean().optional(),
};
const respond = { response_url_enabled: z.boolean().optional() };
export const Menus = [
  z
    .strictObject({
      type: z.literal("static_select"),
      ...chosen,
      ...options,
      initial_option: MenuOption.optional(),
    })
    .refine(oneList, ONE_LIST),
  z
    .strictObject({
      type: z.literal("multi_static_select"),
      ...chosen,
      ...options,
      ...most,
      initial_options: z.array(MenuOption).min(1).optional(),
    })
    .refine(oneList, ONE_LIST),
  z.strictObject({ type: z.literal("users_select"), ...chosen, initial_user: z.string().optional() }),
  z.strictObject({
    type: z.literal("multi_users_select"),
    ...chosen,
    ...most,
    initial_users: ids.optional(),
  }),
  z.strictObject({
    type: z.literal("channels_select"),
    ...chosen,
    ...respond,
    initial_channel: z.string().optional(),
  }),
  z.strictObject({
    type: z.literal("multi_channels_select"),
    ...chosen,
    ...most,
    initial_channels: ids.optional(),
  }),
  z.strictObject({
    type: z.literal("conversations_select"),
    ...chosen,
    ...filter,
    ...respond,
    initial_conversation: z.string().optional(),
  }),
  z.strictObject({
    type: z.literal("multi_conversations_select"),
    ...chosen,
    ...filter,
    ...most,
    initial_conversations: ids.optional(),
  }),
] as const;
