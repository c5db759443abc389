/** /home: what waits on the reader. */
import { z } from "zod";
import { showHome } from "../src/usecases/home/show-home.ts";
import { defineCommand } from "./define-command.ts";

export const home = defineCommand({
  name: "home",
  aliases: ["待办", "我的待办"],
  summary: (m) => m.home.summary,
  example: "/home",
  input: z.object({}),
  fields: {},
  allow: "members",
  run: ({ ctx }) => showHome({ ctx }),
});
