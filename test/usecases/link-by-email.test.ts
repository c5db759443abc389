/** Members who have not spoken yet are reachable all the same, where a platform shows their email. */
import { afterEach, beforeEach, expect, test } from "vitest";
import type { Chat } from "../../src/chat/ports.ts";
import { accountsOf, insertMember, memberByEmail } from "../../src/store/people.ts";
import { linkByEmail } from "../../src/usecases/people/link-by-email.ts";
import { type Bench, createBench } from "../support/use-case.ts";

let bench: Bench;
beforeEach(async () => {
  bench = await createBench();
});
afterEach(() => bench.close());

/** The bench's Slack with a directory; every other call of it fails the test. */
function directory(users: Record<string, string>): Chat {
  const { slack } = bench.ctx.chats;
  if (slack === undefined) throw new Error("The bench has no Slack.");
  return {
    ...slack,
    findUsers: (emails) =>
      Promise.resolve(new Map(Object.entries(users).filter(([email]) => emails.includes(email)))),
  };
}

test("links who is found, leaves who is not, and asks for nobody twice", async () => {
  const { store } = bench;
  for (const name of ["lin", "zhou"]) {
    const email = `${name}@acme.example`;
    const createdAt = bench.ctx.clock.now();
    await insertMember(store.db, {
      id: name,
      name,
      email,
      role: "partner",
      language: null,
      zone: null,
      agency: null,
      createdAt,
    });
  }
  const services = { ...bench.ctx, chats: { slack: directory({ "lin@acme.example": "U-lin" }) } };
  await linkByEmail(services);
  await linkByEmail(services);
  const lin = await memberByEmail(store.db, "lin@acme.example");
  expect(
    (await accountsOf(store.db, lin?.id ?? "")).map(({ platform, userId }) => [platform, userId]),
  ).toEqual([["slack", "U-lin"]]);
  expect(await accountsOf(store.db, "zhou")).toEqual([]);
});

test("a platform that does not answer changes nothing", async () => {
  await bench.addMember("Lin", "partner", { platforms: [] });
  await expect(linkByEmail(bench.ctx)).resolves.toBeUndefined();
});
