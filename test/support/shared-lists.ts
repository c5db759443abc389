/** Lists shared with the bench's bot: files from memory, the job that reads them, and the cards that come of it. */
import { importList } from "../../jobs/import-list.ts";
import type { FileRef } from "../../src/chat/ports.ts";
import type { TemplateInput, TemplateName } from "../../src/chat/template-data.ts";
import type { Member } from "../../src/store/people.ts";
import type { Ctx } from "../../src/usecases/ctx.ts";
import { startImport } from "../../src/usecases/imports/start-import.ts";
import type { Bench } from "./use-case.ts";

const sharedFile = (name: string): FileRef => ({ platform: "slack", id: `F-${name}`, name });

/** A context whose Slack answers every download with these bytes. */
function withFile(ctx: Ctx, content: string | Uint8Array): Ctx {
  const { slack } = ctx.chats;
  if (slack === undefined) throw new Error("The bench has no Slack.");
  const readFile = () => Promise.resolve(typeof content === "string" ? Buffer.from(content) : content);
  return { ...ctx, chats: { ...ctx.chats, slack: { ...slack, readFile } } };
}

/** Runs the job of everything that is due, as the queue would. */
export async function runImports(bench: Bench, content: string | Uint8Array): Promise<void> {
  const { rows } = await bench.store.pool.query<{ key: string; payload: { import: string } }>(
    "select key, payload from seedbed.dues where done_at is null and cancelled_at is null order by key",
  );
  const ctx = withFile(bench.ctx, content);
  for (const { key, payload } of rows) await importList.prepare({ ...payload, due: key }).run(ctx);
}

/** Shares a list and lets it be read. */
export async function shareList(
  bench: Bench,
  member: Member,
  name: string,
  content: string | Uint8Array,
): Promise<void> {
  await startImport({ ctx: bench.as(member), input: { file: sharedFile(name) } });
  await runImports(bench, content);
}

/** The newest card of a template as it would be drawn now. */
export async function newest<Name extends TemplateName>(
  bench: Bench,
  template: Name,
): Promise<TemplateInput<Name> | undefined> {
  const row = (await bench.outbox()).findLast((one) => one.template === template);
  return row?.data as TemplateInput<Name> | undefined;
}

/** What a form or a button gives a command, as the registry reads it. */
export async function call(ctx: Ctx, command: string, raw: Record<string, string>): Promise<void> {
  const found = ctx.commands.byName(command);
  if (found === undefined) throw new Error(`There is no command ${command}.`);
  const input = found.input.parse(raw);
  await found.run({ ctx, input: input as never });
}
