/** A file of comments: being read, of nobody yet, or of no use and why. */
import { actions, button, call, line } from "../src/chat/card.ts";
import { CommentFileData } from "../src/chat/features/vet-steps.ts";
import { defineTemplate } from "../src/chat/template.ts";
import { failedTitle, whyOf } from "./import-progress.ts";

export const commentFile = defineTemplate({
  data: CommentFileData,
  render: ({ fileName, state, creator, file, failure }, r) => {
    const words = r.m.vetSteps.commentFile;
    if (state === "failed" && failure !== null) {
      const why = whyOf(failure, r);
      const title = failedTitle(fileName, false, r);
      return { title, tone: "warning", summary: `${title} · ${why}`, body: [line(why)] };
    }
    if (state === "reading" && creator !== null) {
      const title = words.reading(creator.name, fileName);
      return { title, tone: "info", summary: title, body: [line(words.readingNext)] };
    }
    const title = words.asking(fileName);
    const choose = button(words.choose, call("vet comments", file === null ? {} : { file }), {
      style: "primary",
    });
    return { title, tone: "info", summary: title, body: [line(words.askingNext), actions(choose)] };
  },
});
