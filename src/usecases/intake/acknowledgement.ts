/** What a person is told at once, while the work is still to be done. */
import type { Acknowledgement, Inbound } from "../../chat/inbound.ts";
import type { Reading } from "../../chat/reading.ts";
import type { Ctx } from "../ctx.ts";
import { readingFor } from "../delivery/reading-for.ts";
import type { Meaning } from "./understand-event.ts";

export function readingOf(ctx: Ctx): Reading {
  const platform = ctx.where?.platform ?? "slack";
  const language = ctx.actor?.language ?? (platform === "lark" ? "zh-CN" : "en");
  return readingFor(ctx, platform, language, ctx.actor?.zone ?? "Asia/Shanghai");
}

/** Slack shows an error at its field; Lark shows one line for all, so each names its field. */
export function formErrors(
  ctx: Ctx,
  { command, problems }: Extract<Meaning, { kind: "wrong" }>,
): Acknowledgement {
  const { m } = readingOf(ctx);
  const words = m.common.inputProblem.problems;
  const errors = problems.map(({ field, value, problem }) => {
    const wrong = words[problem](value ?? "");
    const label = command.fields[field]?.label(m) ?? field;
    return [field, ctx.account?.platform === "lark" ? m.common.labelled(label, wrong) : wrong];
  });
  return { errors: Object.fromEntries(errors) as Record<string, string> };
}

/** Only a click wants a word at once; a typed line sees its answer arrive. */
export function toastFor(event: Inbound, ctx: () => Ctx): Acknowledgement {
  if (event.body.kind === "line" || event.body.kind === "file") return {};
  return { toast: { tone: "info", text: readingOf(ctx()).m.common.working } };
}
