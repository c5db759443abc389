/** Vets a whole list: a file shared with the bot becomes this command; buttons lead from the ranking on. */
import { z } from "zod";
import type { Form } from "../src/chat/card.ts";
import { FileInput, IdInput, WordsInput } from "../src/chat/inputs.ts";
import type { Role } from "../src/chat/people.ts";
import { RANKING_ORDERS } from "../src/domain/ranking-order.ts";
import { cancelImport } from "../src/usecases/imports/cancel-import.ts";
import { orderRanking } from "../src/usecases/imports/order-ranking.ts";
import { askForFile } from "../src/usecases/imports/send-ranking-again.ts";
import { startImport } from "../src/usecases/imports/start-import.ts";
import { openRanked } from "../src/usecases/vetting/open-scorecard.ts";
import { defineCommand } from "./define-command.ts";

const ALLOWED: readonly Role[] = ["admin", "manager", "marketer", "partner"];

export const importList = defineCommand({
  name: "import",
  aliases: ["导入", "批量看号"],
  summary: (m) => m.import.summary,
  example: "/import",
  input: z.object({ file: FileInput.optional() }),
  fields: { file: { label: (m) => m.import.fields.file } },
  allow: ALLOWED,
  run: ({ ctx, input }) => startImport({ ctx, input }),
});

/** Any row of a ranking, also of one that is longer than the card. */
export const importOpen = defineCommand({
  name: "import open",
  aliases: ["导入 查看"],
  summary: (m) => m.import.result.open,
  input: z.object({ import: IdInput, vetting: WordsInput }),
  fields: {
    import: { label: (m) => m.import.fields.file },
    vetting: { label: (m) => m.import.result.which.label },
  },
  allow: ALLOWED,
  form: ({ input, reading }) => {
    const { open, which } = reading.m.import.result;
    return Promise.resolve<Form>({
      title: open,
      call: { command: "import open", input: { import: String(input["import"]) } },
      submit: open,
      fields: [{ kind: "text", name: "vetting", required: true, ...which }],
    });
  },
  run: ({ ctx, input }) => openRanked({ ctx, input: { import: input.import, row: input.vetting } }),
});

/** On the ranking, where the platform's own table does not sort. */
export const importOrder = defineCommand({
  name: "import order",
  aliases: ["导入 排序"],
  summary: (m) => m.import.result.order,
  input: z.object({ import: IdInput, by: z.enum(RANKING_ORDERS) }),
  fields: {
    import: { label: (m) => m.import.fields.file },
    by: { label: (m) => m.import.result.order },
  },
  allow: ALLOWED,
  run: ({ ctx, input }) => orderRanking({ ctx, input }),
});

/** On a ranking that is newer than its file. */
export const importResend = defineCommand({
  name: "import resend",
  aliases: ["导入 重发"],
  summary: (m) => m.import.result.sendAgain,
  input: z.object({ import: IdInput }),
  fields: { import: { label: (m) => m.import.fields.file } },
  allow: ALLOWED,
  run: ({ ctx, input }) => askForFile({ ctx, input }),
});

/** On the card that shows the progress; whether this person may is decided with the list at hand. */
export const importCancel = defineCommand({
  name: "import cancel",
  aliases: ["导入 取消"],
  summary: (m) => m.import.cancel.button,
  input: z.object({ import: IdInput }),
  fields: { import: { label: (m) => m.import.fields.file } },
  allow: ALLOWED,
  run: ({ ctx, input }) => cancelImport({ ctx, input }),
});
