/** Every command of the bot. */
import type { AnyCommand } from "../src/chat/command.ts";
import type { Ctx } from "../src/usecases/ctx.ts";
import { help } from "./help.ts";
import { link, me, people, peopleAdd } from "./people.ts";
import { stuck, stuckRetry } from "./stuck.ts";
import { shortlistAdd, vet } from "./vet.ts";

export const commands: readonly AnyCommand<Ctx>[] = [
  vet,
  shortlistAdd,
  help,
  people,
  peopleAdd,
  me,
  link,
  stuck,
  stuckRetry,
];
