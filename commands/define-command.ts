/** `defineCommand` with the context of this bot's use cases. */
import { commandFactory } from "../src/chat/command.ts";
import type { Ctx } from "../src/usecases/ctx.ts";

export const defineCommand = commandFactory<Ctx>();
