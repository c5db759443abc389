/** The doubtful rows of a list that wait for an answer, as one form holds them. */
import { AppError } from "../../domain/errors.ts";
import { listImportById } from "../../store/imports.ts";
import type { Ctx } from "../ctx.ts";
import { questionsCardOf, SHOWN } from "./import-questions-card.ts";

export const QUESTIONS_A_FORM = SHOWN;

/** @throws AppError "old-card" where none is open */
export async function openQuestions(ctx: Ctx, importId: string) {
  const { db } = ctx.store;
  const started = await listImportById(db, importId);
  if (started === undefined) throw new AppError("old-card");
  const { questions } = await questionsCardOf(db, started);
  const open = questions.filter(({ answer }) => answer === null);
  if (open.length === 0) throw new AppError("old-card");
  return open;
}
