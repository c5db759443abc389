/** What is wrong with a submitted form, at the inputs of its modal. */
import { z } from "zod";

const Blocks = z.object({
  view: z.object({ blocks: z.array(z.object({ type: z.string(), block_id: z.string().optional() })) }),
});

/**
 * Slack wants each error at an input of the modal: what belongs to none of them stands at the first.
 * @param body of the submission
 */
export function errorsAt(body: unknown, errors: Record<string, string>): Record<string, string> | undefined {
  const fields = inputsOf(body);
  const [first] = fields;
  if (first === undefined || Object.keys(errors).length === 0) return undefined;
  const shown: Record<string, string> = {};
  for (const [field, text] of Object.entries(errors)) {
    const at = fields.includes(field) ? field : first;
    shown[at] = shown[at] === undefined ? text : `${shown[at]}\n${text}`;
  }
  return shown;
}

function inputsOf(body: unknown): string[] {
  const { data } = Blocks.safeParse(body);
  return data?.view.blocks.flatMap(({ type, block_id: id }) => (type === "input" && id ? [id] : [])) ?? [];
}
