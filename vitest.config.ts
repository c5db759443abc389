/** How the tests run: one PostgreSQL for the whole run, and as many files at once as there are cores. */
import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";

/** More would ask the run's PostgreSQL for more connections than it has. */
const MOST_WORKERS = 4;

const patience = { testTimeout: 30_000, hookTimeout: 60_000 };

const folders = (names: readonly string[]) => names.map((name) => `test/${name}/**/*.test.ts`);

export default defineConfig({
  test: {
    globalSetup: ["test/support/global-setup.ts"],
    maxWorkers: Math.min(availableParallelism(), MOST_WORKERS),
    projects: [
      {
        // Whole programs and servers: the longest files, which begin first as projects go by name.
        test: { name: "bot", include: folders(["docs", "e2e", "main", "page", "queue", "store"]), ...patience },
      },
      {
        // Nothing here outlives its file, so that what was loaded for one file serves the next.
        test: {
          name: "parts",
          include: ["test/**/*.test.ts"],
          exclude: folders(["docs", "e2e", "main", "page", "queue", "store"]),
          isolate: false,
          ...patience,
        },
      },
    ],
  },
});
