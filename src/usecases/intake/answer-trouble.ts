/** Answers for everything that was not carried out: wrong input, refusals, unknown errors. */
import type { AnyCommand } from "../../chat/command.ts";
import { nearWords } from "../../chat/near-words.ts";
import type { FieldProblem } from "../../chat/registry.ts";
import { commandTyped, exampleTyped, inputTyped, type Typed } from "../../chat/typed-in.ts";
import { AppError, type ErrorDetails } from "../../domain/errors.ts";
import { noteInboxError } from "../../store/inbox.ts";
import type { Ctx } from "../ctx.ts";
import { linkToCard } from "../delivery/link-to-card.ts";
import { nameInput, summaryOf } from "../name-input.ts";
import { transact } from "../unit.ts";
import { askWhichCreator } from "../vetting/ask-which-creator.ts";
import type { FailedCall, Meaning } from "./understand-event.ts";

export async function answerMeaning(
  ctx: Ctx,
  meaning: Exclude<Meaning, { kind: "run" | "happened" }>,
): Promise<void> {
  if (meaning.kind === "refused") return refuse(ctx, meaning.code, meaning.details);
  if (meaning.kind === "ask") return askByButton(ctx, meaning);
  if (meaning.kind === "wrong") return explainWrongInput(ctx, meaning);
}

/** An expected refusal gets its card; an unexpected error an id that is in the log. */
export async function answerError(ctx: Ctx, call: FailedCall | undefined, error: unknown): Promise<void> {
  if (call !== undefined && (await askWhichCreator(ctx, call, error))) return;
  if (error instanceof AppError && error.code !== "internal") return refuse(ctx, error.code, error.details);
  const errorId = ctx.newId("err");
  const command = call?.command.name ?? "";
  ctx.log.error({ errorId, command, inbox: ctx.inboxKey, err: error }, "a handler failed");
  await transact(ctx, async (unit) => {
    await unit.audit("error", command === "" ? "event" : command, { errorId });
    await unit.send({ to: { reply: "actor" }, template: "error", data: { errorId, command } });
  });
  if (ctx.inboxKey !== undefined) await noteInboxError(ctx.store.db, ctx.inboxKey, errorId);
}

/** A detail called `card` is the key of the card that counts: the refusal links to it. */
async function refuse(
  ctx: Ctx,
  code: string,
  details: Readonly<Record<string, string | number | undefined>>,
): Promise<void> {
  const { card, ...words } = details;
  const link = typeof card === "string" ? await linkToCard(ctx, card) : undefined;
  const command = typeof words["command"] === "string" ? ctx.commands.byName(words["command"]) : undefined;
  const commandZh = command === undefined ? undefined : commandTyped(command)["zh-CN"];
  const all: ErrorDetails = { ...words, link, commandZh };
  const known = Object.entries(all).filter(
    (entry): entry is [string, string | number] => entry[1] !== undefined,
  );
  await transact(ctx, async (unit) => {
    await unit.audit("refuse", code, Object.fromEntries(known));
    await unit.send({
      to: { reply: "actor" },
      template: "refusal",
      data: { code, details: Object.fromEntries(known) },
    });
  });
}

/** A mention has no trigger to open a form with, so a button asks for the click. */
async function askByButton(ctx: Ctx, meaning: Extract<Meaning, { kind: "ask" }>): Promise<void> {
  const { command, raw, missing } = meaning;
  await transact(ctx, async (unit) => {
    await unit.audit("ask-for-input", command.name, { missing });
    await unit.send({
      to: { reply: "actor" },
      template: "open-form",
      data: {
        command: command.name,
        summary: summaryOf(ctx, command),
        input: { ...raw },
        missing: missing.map((field) => nameInput(ctx, command, field)),
      },
    });
  });
}

async function explainWrongInput(ctx: Ctx, meaning: Extract<Meaning, { kind: "wrong" }>): Promise<void> {
  const { command, problems, understood } = meaning;
  await transact(ctx, async (unit) => {
    await unit.audit("explain-input", command.name, { problems });
    await unit.send({
      to: { reply: "actor" },
      template: "input-problem",
      data: {
        command: command.name,
        typed: commandTyped(command),
        understood: understood.map(({ field, value }) => ({ field: nameInput(ctx, command, field), value })),
        problems: problems.map((problem) => ({
          ...problem,
          field: nameInput(ctx, command, problem.field),
          example: command.fields[problem.field]?.example,
          near: nearInput(command, problem),
        })),
        example: command.example,
        exampleTyped: exampleTyped(command),
        rest: command.rest,
      },
    });
  });
}

/** The input that was most likely meant by one that the command does not have. */
function nearInput(command: AnyCommand<Ctx>, { field, problem }: FieldProblem): Typed | undefined {
  if (problem !== "unknown-field") return undefined;
  const named = Object.entries(command.fields).flatMap(([name, { aliases = [] }]) =>
    [name, ...aliases].map((word) => ({ name, word: word.toLowerCase() })),
  );
  const words = named.map(({ word }) => word);
  const [nearest] = nearWords(field.toLowerCase(), words);
  const found = named.find(({ word }) => word === nearest);
  return found === undefined ? undefined : inputTyped(command, found.name);
}
