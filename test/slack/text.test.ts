/** Text both ways: what people type cannot become markup, and what Slack marks up becomes what people typed. */
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { bold, link, mention, text } from "../../src/chat/card.ts";
import { readText, readTextWithout } from "../../src/slack/read-text.ts";
import { escapeText, writeSpans } from "../../src/slack/write-spans.ts";

test.each([
  ["<!channel> & <@U1>", "&lt;!channel&gt; &amp; &lt;@U1&gt;"],
  ["a < b", "a &lt; b"],
])("%j is escaped", (typed, sent) => {
  expect(writeSpans([text(typed)], 3_000)).toEqual([{ type: "mrkdwn", text: sent, verbatim: true }]);
});

test("text that looks like formatting goes out as plain text", () => {
  expect(writeSpans([text("handle _lu_lu_")], 3_000)).toEqual([
    { type: "plain_text", text: "handle _lu_lu_" },
  ]);
  expect(writeSpans([text("> 万")], 3_000)).toEqual([{ type: "plain_text", text: "> 万" }]);
  expect(writeSpans([text("a_b 3*4")], 3_000)[0]?.type).toBe("mrkdwn");
});

test("only real people are mentioned, only web addresses are linked", () => {
  const [shown] = writeSpans(
    [
      mention({ name: "Maya", slack: "U09K3MAYA1" }),
      text(" "),
      mention({ name: "Eve", slack: "!channel" }),
      text(" "),
      link("a|b", "https://x.example/?q=<1>&r=2"),
      link("click", "javascript:alert(1)"),
    ],
    3_000,
  );
  expect(shown?.text).toBe(
    "<@U09K3MAYA1> *Eve* <https://x.example/?q=%3C1%3E&amp;r=2|a b>click (javascript:alert(1))",
  );
});

test("bold works beside Chinese letters and never spans lines", () => {
  expect(writeSpans([text("共"), bold("三 篇\n待审")], 3_000)[0]?.text).toBe("共\u200B*三 篇*\n*待审*");
});

test("pieces keep their limit and cut neither entities nor letters in two", () => {
  fc.assert(
    fc.property(
      fc.string({ unit: "grapheme", maxLength: 400 }),
      fc.integer({ min: 20, max: 80 }),
      (typed, limit) => {
        for (const piece of writeSpans([text(typed), link("here", "https://x.io")], limit)) {
          expect(piece.text.length).toBeLessThanOrEqual(limit);
          expect(piece.text).not.toMatch(/&(?!amp;|lt;|gt;)|[\uD800-\uDBFF](?![\uDC00-\uDFFF])/);
        }
      },
    ),
  );
});

test.each([
  ["<https://x.example/a?b=1&amp;c=2|x.example>", "https://x.example/a?b=1&c=2"],
  ["<https://x.example>", "https://x.example"],
  ["ask <@U1|maya> in <#C1|spring> &lt;now&gt;", "ask @maya in #spring <now>"],
  ["<!here> <!subteam^S1|@team> <mailto:a@b.example|a@b.example>", "@here @team a@b.example"],
  ["&amp;lt;", "&lt;"],
])("%j is read as typed", (sent, typed) => {
  expect(readText(sent)).toBe(typed);
});

test("the bot's own mention is left out, others stay", () => {
  expect(readTextWithout("U9BOT", "<@U9BOT> vet <@U1|maya> <@U9BOT|seedbed>")).toBe("vet @maya");
});

test("what is escaped is read back", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), (typed) => {
      expect(readText(escapeText(typed))).toBe(typed);
    }),
  );
});
