/** How somebody reads on a platform: in their language, with commands as they are typed there. */
import type { Messages } from "../../chat/messages.ts";
import type { Language } from "../../chat/people.ts";
import type { PlatformName } from "../../chat/ports.ts";
import { createReading, type Reading } from "../../chat/reading.ts";
import { changeTexts, typedOnSlack } from "../../chat/typed-in.ts";
import type { Services } from "../ctx.ts";

interface OnSlack {
  messages: Messages;
  typed(line: string): string;
}

/** All words are changed once, not for each message. */
const onSlack = new WeakMap<Messages, OnSlack>();

export function readingFor(
  services: Pick<Services, "messages" | "commands">,
  platform: PlatformName,
  language: Language,
  zone: string,
): Reading {
  const messages = services.messages[language];
  if (platform !== "slack" || language !== "zh-CN") return createReading(language, zone, messages);
  let slack = onSlack.get(messages);
  if (slack === undefined) {
    const typed = typedOnSlack(services.commands.all);
    slack = { messages: changeTexts(messages, typed), typed };
    onSlack.set(messages, slack);
  }
  return createReading(language, zone, slack.messages, slack.typed);
}
