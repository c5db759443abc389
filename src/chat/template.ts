/** What a template is: data in, a card out. It reads nothing else, so a card can be drawn again at any time. */
import type { z } from "zod";
import type { Card } from "./card.ts";
import type { Reading } from "./reading.ts";

export interface Template<Data extends z.ZodType = z.ZodType> {
  data: Data;
  render(data: z.output<Data>, reading: Reading): Card;
}

export function defineTemplate<Data extends z.ZodType>(template: Template<Data>): Template<Data> {
  return template;
}
