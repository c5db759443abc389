/** What a command is: a name, its inputs as a schema, who may use it, and the use case that answers. */
import type { z } from "zod";
import type { Form } from "./card.ts";
import type { Messages } from "./messages.ts";
import type { Role } from "./people.ts";
import type { Reading } from "./reading.ts";

/** How an input is named and shown; the schema says what is a right value. */
export interface InputField {
  /** other names a person may type: `粉丝=8.2万` */
  aliases?: readonly string[];
  label(m: Messages): string;
  /** shown in help and beside a wrong value */
  example?: string;
}

export interface CommandDefinition<Ctx, Input extends z.ZodObject = z.ZodObject> {
  /** one or two words: `vet`, `pay paid` */
  name: string;
  /** other names, Chinese ones among them */
  aliases: readonly string[];
  summary(m: Messages): string;
  /** a whole line a person could type; undefined for commands that only buttons call */
  example?: string;
  input: Input;
  fields: Readonly<Record<string, InputField>>;
  /** the input that takes the words without a name, in their order joined by spaces */
  rest?: string;
  /** "anyone": also people whom the bot does not know yet */
  allow: readonly Role[] | "members" | "anyone";
  /** the form that asks for what is missing; without one, missing inputs are an error with an example */
  form?(args: { ctx: Ctx; input: Readonly<Record<string, unknown>>; reading: Reading }): Promise<Form>;
  /** whether the form opens although nothing is missing: it asks what has changed */
  asksFirst?(input: Readonly<Record<string, unknown>>): boolean;
  run(args: { ctx: Ctx; input: z.output<Input> }): Promise<void>;
}

/** A command with its input type forgotten, as the registry keeps it. */
export interface AnyCommand<Ctx> extends Omit<CommandDefinition<Ctx>, "run"> {
  run(args: { ctx: Ctx; input: never }): Promise<void>;
}

/** Binds `defineCommand` to the context that the commands' use cases take. */
export function commandFactory<Ctx>() {
  return function defineCommand<Input extends z.ZodObject>(
    definition: CommandDefinition<Ctx, Input>,
  ): CommandDefinition<Ctx, Input> {
    return definition;
  };
}
