/** In a flood acknowledgements go first; the work trickles on and is never held for ever. */
import { expect, test } from "vitest";
import { createFlood } from "../../src/usecases/intake/flood.ts";

function createTimed() {
  let time = 0;
  const flood = createFlood(() => time);
  return {
    ...flood,
    pass: (ms: number) => {
      time += ms;
    },
    /** Whether a piece of work may begin without waiting. */
    async mayBegin() {
      let began = false;
      void flood.ebb().then(() => {
        began = true;
      });
      await Promise.resolve();
      await Promise.resolve();
      return began;
    },
  };
}

test("work begins at once when a few events come in", async () => {
  const flood = createTimed();
  for (let event = 0; event < 7; event += 1) flood.enter();
  for (let work = 0; work < 10; work += 1) expect(await flood.mayBegin()).toBe(true);
});

test("with many events under way one piece begins now and then, the others when it is over", async () => {
  const flood = createTimed();
  const leave = Array.from({ length: 8 }, () => flood.enter());
  flood.pass(500);
  expect(await flood.mayBegin()).toBe(true);
  expect(await flood.mayBegin()).toBe(false);
  flood.pass(500);
  expect(await flood.mayBegin()).toBe(true);
  for (const one of leave) one();
  expect(await flood.mayBegin()).toBe(false);
  flood.pass(100);
  expect(await flood.mayBegin()).toBe(true);
  expect(await flood.mayBegin()).toBe(true);
});

test("a flood without end holds the work back for ten seconds and then leaves it alone for ten", async () => {
  const flood = createTimed();
  for (let event = 0; event < 20; event += 1) flood.enter();
  flood.pass(100);
  await flood.mayBegin();
  expect(await flood.mayBegin()).toBe(false);
  flood.pass(10_000);
  for (let work = 0; work < 10; work += 1) expect(await flood.mayBegin()).toBe(true);
  flood.pass(10_000);
  await flood.mayBegin();
  expect(await flood.mayBegin()).toBe(false);
});
