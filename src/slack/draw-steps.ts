/** The steps of a workflow: Slack's plan of tasks, or a list with signs. */
import type { Part, Step } from "../chat/card.ts";
import { bold, text } from "../chat/card.ts";
import { drawSpans } from "./draw-foldable.ts";
import type { Drawing } from "./drawing.ts";
import { LIMITS } from "./limits.ts";
import type { SlackBlock } from "./payload.ts";
import { isBlank } from "./write-spans.ts";

type Steps = Extract<Part, { kind: "steps" }>;

const STATUS = {
  waiting: "pending",
  active: "in_progress",
  done: "complete",
  failed: "error",
} as const satisfies Record<Step["state"], string>;
const SIGNS: Record<Step["state"], string> = { waiting: "⚪", active: "🔵", done: "✅", failed: "🔴" };

export function drawSteps(part: Steps, drawing: Drawing): SlackBlock[] {
  if (drawing.style === "plain" || !fitsPlan(part)) return drawList(part);
  return [
    {
      type: "plan",
      title: part.title,
      tasks: part.steps.map(({ text: title, state }) => {
        drawing.tasks += 1;
        return { type: "task_card", task_id: `step-${drawing.tasks}`, title, status: STATUS[state] };
      }),
    },
  ];
}

function drawList({ title, steps }: Steps): SlackBlock[] {
  return [
    ...drawSpans([bold(title)]),
    ...drawSpans(
      steps.map((step, index) => text(`${index === 0 ? "" : "\n"}${SIGNS[step.state]} ${step.text}`)),
    ),
  ];
}

function fitsPlan({ title, steps }: Steps): boolean {
  const isShort = (one: string) => !isBlank(one) && one.length <= LIMITS.plan.title;
  return (
    isShort(title) &&
    steps.length > 0 &&
    steps.length <= LIMITS.plan.tasks &&
    steps.every((step) => isShort(step.text))
  );
}
