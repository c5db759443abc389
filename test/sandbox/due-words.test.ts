/** The page can name whatever falls due next. */
import { expect, it } from "vitest";
import { jobs } from "../../jobs/index.ts";
import { wordsFor } from "../../src/sandbox/page/words/words.ts";

it.each(["en", "zh"])("names every job of the bot in %s", (locale) => {
  const { dueJobs } = wordsFor(locale);
  expect(Object.keys(dueJobs).toSorted()).toEqual(jobs.map(({ name }) => name).toSorted());
});
