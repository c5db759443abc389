/** Ages and regions that a person types, against a campaign that asks for them. */
import { afterEach, beforeEach, expect, test } from "vitest";
import type { TemplateInput } from "../../src/chat/template-data.ts";
import { type Bench, createBench } from "../support/use-case.ts";
import { formOf, press, type } from "./calls.ts";

let bench: Bench;
beforeEach(async () => {
  bench = await createBench();
});
afterEach(() => bench.close());

async function targetShare() {
  const row = (await bench.outbox()).findLast(({ template }) => template === "vet-card");
  if (row === undefined) throw new Error("No scorecard was sent.");
  return (row.data as TemplateInput<"vet-card">).report.scorecard.dimensions
    .flatMap(({ facts }) => facts)
    .find(({ id }) => id === "target-share");
}

test("the campaign's form asks for ages and regions, and the audience is judged by what was typed", async () => {
  const maya = await bench.addMember("Maya", "manager");
  const ctx = bench.as(maya, { chatKind: "direct" });
  const call = { command: "campaign new", input: {} };
  const form = await formOf(ctx, call);
  expect(form.fields.map(({ name }) => name)).toEqual(expect.arrayContaining(["target", "ages", "regions"]));
  const basics = {
    name: "春季种草",
    brand: "Acme",
    product: "面霜",
    category: "beauty",
    launch: "2027-03-08",
  };
  const target = { target: "female", ages: "18-34", regions: "上海、北京" };
  await press(ctx, call, { ...basics, ...target, scheme: "T4", currency: "CNY" });
  await type(ctx, "vet 小鹿 female=80% age=18-24:40%,25-34:30%,35-44:30% campaign=春季种草");
  expect((await targetShare())?.value).toBeNull();
  await type(ctx, "看号 小鹿 地域=上海:30%，北京:20% 项目=春季种草");
  // 80% women, 70% of 18 to 34, 50% in 上海 and 北京
  expect((await targetShare())?.value).toBeCloseTo(0.28, 6);
});

test("the forms ask for them, and what is known stands in grey", async () => {
  const maya = await bench.addMember("Maya", "marketer");
  const ctx = bench.as(maya);
  await type(ctx, "vet 小鹿 followers=82k age=25-34:35%,18-24:40% region=北京:15.2%,上海:17.4%");
  const asked = await formOf(ctx, { command: "vet", input: {} });
  expect(asked.fields.map(({ name }) => name)).toEqual(expect.arrayContaining(["age", "region"]));
  const again = await formOf(ctx, { command: "vet numbers", input: { creator: "小鹿" } });
  const placeholder = (name: string) => {
    const field = again.fields.find((one) => one.name === name);
    return field && "placeholder" in field ? field.placeholder : undefined;
  };
  expect(placeholder("age")).toContain("18-24 40% · 25-34 35%");
  expect(placeholder("region")).toContain("上海 17.4% · 北京 15.2%");
  await expect(press(ctx, { command: "vet", input: {} }, { creator: "小鹿", age: "young" })).rejects.toThrow(
    "not-shares",
  );
});
