import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { readCreators } from "../../src/imports/read-creators.ts";
import { readTable } from "../../src/imports/read-table.ts";

async function importSample(name: string) {
  return readCreators(
    await readTable(await readFile(new URL(`../../src/sandbox/samples/${name}`, import.meta.url)), name),
  );
}

test("the sample of Pugongying's list is read whole", async () => {
  const { vendor, creators, report } = await importSample("pugongying-creators.csv");
  expect(vendor).toBe("pugongying");
  expect(creators).toHaveLength(30);
  expect(report).toMatchObject({ rows: 30, unusedCells: [], setAside: [] });
  expect(creators.every(({ platformId, handle }) => platformId && handle)).toBe(true);
  expect(creators.filter(({ facts }) => facts.reads && facts.interactions && facts.activeShare)).toHaveLength(
    29,
  );
  expect(creators[0]?.facts.followers?.value).toBe(82_000);
});

test("the sample of an agency's list is read, with its one open price named", async () => {
  const { vendor, creators, report } = await importSample("agency-list.xlsx");
  expect(vendor).toBe("mcn");
  expect(creators).toHaveLength(12);
  expect(report.unusedCells).toEqual([
    { line: 8, column: "图文报价", text: "面议", problem: "not-a-number" },
  ]);
  expect(creators[0]).toMatchObject({
    name: "小鹿慢慢护肤",
    facts: { followers: { value: 82_000 }, femaleShare: { value: 0.82 }, mcn: { value: "拾光传媒" } },
  });
});
