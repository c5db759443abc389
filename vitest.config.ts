/** How the tests run: one PostgreSQL for the whole run, and files side by side, the longest first. */
import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";

/** The files often wait, so that a core serves more than one; many would use up the server's connections. */
const workers = Math.min(availableParallelism() + 2, 5);

/**
 * What takes longest; a fresh checkout remembers no durations. What merely waits comes first, beside the file that keeps
 * the cores busy.
 */
const LONGEST = [
  "test/e2e/kill.test.ts",
  "test/sandbox/slack-faults",
  "test/slack/start",
  "test/slack/contract",
  "test/lark/start",
  "test/store/",
  "test/e2e/",
  "test/main/",
  "test/page/",
  "test/queue/",
];

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification) => {
      const found = LONGEST.findIndex((path) => moduleId.includes(path));
      return found === -1 ? LONGEST.length : found;
    };
    return (await super.sort(files)).toSorted((a, b) => rank(a) - rank(b));
  }
}

/** Whole programs and servers that come and go: each file has a process to itself. */
const ALONE = ["main", "queue", "store"].map((name) => `test/${name}/**/*.test.ts`);

const patience = { testTimeout: 60_000, hookTimeout: 60_000 };

export default defineConfig({
  test: {
    globalSetup: ["test/support/global-setup.ts"],
    maxWorkers: workers,
    sequence: { sequencer: LongestFirst },
    projects: [
      { test: { name: "bot", include: ALONE, ...patience } },
      {
        // these leave nothing behind, so that what one file loaded serves the next
        test: { name: "parts", include: ["test/**/*.test.ts"], exclude: ALONE, isolate: false, ...patience },
      },
    ],
  },
});
