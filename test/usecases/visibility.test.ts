/** Two agencies and a brand use everything there is: no message holds a number that one of its readers may not know. */
import { afterAll, beforeAll, describe, expect, it, test } from "vitest";
import { holds, readersOf, textsOf } from "./sides/read.ts";
import { SECRETS, type Secret, type Side, typed } from "./sides/secrets.ts";
import { type Story, tellStory } from "./sides/story.ts";

let story: Story;
/** every message and file, with what it says to whom */
let messages: { about: string; readers: readonly Side[]; text: string }[];

beforeAll(async () => {
  story = await tellStory();
  const rows = (await story.bench.outbox()).filter((row) => row.template !== null || row.fileId !== null);
  messages = [];
  for (const row of rows)
    messages.push({
      about: `${row.template ?? "a file"} to ${row.lane}`,
      readers: readersOf(row.lane, row.destination.onlyFor),
      text: await textsOf(story.bench, row),
    });
}, 120_000);

afterAll(() => story.bench.close());

function seen(secret: Secret) {
  const { shown, kept } = SECRETS[secret];
  return messages.filter(({ text }) => holds(text, shown) || holds(text, kept));
}

describe.each(Object.keys(SECRETS) as Secret[])("the %s", (secret) => {
  const may: readonly Side[] = SECRETS[secret].readers;

  it("reaches nobody who may not know it", () => {
    const leaks = seen(secret).filter(({ readers }) => readers.some((side) => !may.includes(side)));
    expect(leaks.map(({ about }) => about)).toEqual([]);
  });

  it("reaches each side that may", () => {
    const reached = new Set(seen(secret).flatMap(({ readers }) => readers));
    expect([...reached].sort()).toEqual([...may].sort());
  });

  it("stands in no form that others see", () => {
    const { shown, typed: text } = SECRETS[secret];
    const leaks = story.forms.filter(
      (form) =>
        (holds(form.text, shown) || (text !== "" && holds(form.text, text))) &&
        form.readers.some((side) => !may.includes(side)),
    );
    expect(leaks).toEqual([]);
  });
});

test("an agency finds its own prices in its form, where nobody else looks", () => {
  expect(story.forms[1]?.text).toContain(typed("quote of X"));
  expect(story.forms[2]?.text).toContain(typed("quote of Y"));
});

test.each([
  ["X", "星河"],
  ["Y", "蓝鲸"],
] as const)("agency %s never reads the other's name", (side, name) => {
  const mine = messages.filter(({ readers }) => readers.includes(side));
  expect(mine.filter(({ text }) => text.includes(name)).map(({ about }) => about)).toEqual([]);
});

test.each([
  ["payment-nudge", ["slack:@slack-Jonas", "lark:@lark-Xu", "lark:@lark-Yan"]],
  ["digest", ["slack:@slack-Jonas", "lark:@lark-Xu", "lark:@lark-Yan"]],
  ["home", ["lark:@lark-Xu", "lark:@lark-Yan"]],
  ["payment-plan", ["slack:C1", "lark:oc_x", "lark:oc_y"]],
  ["list-card", ["lark:oc_x", "lark:oc_y"]],
  ["outreach", ["lark:oc_x", "lark:oc_y"]],
  ["import-result", ["lark:oc_1", "lark:oc_y"]],
  ["import-mapping", ["lark:oc_1"]],
] as const)("a %s is among what was searched", (template, lanes) => {
  const all = messages.map(({ about }) => about);
  for (const lane of lanes) expect(all).toContain(`${template} to ${lane}`);
});
