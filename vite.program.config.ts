/** Bundles the program into dist/program/main.cjs: one file starts several times faster than two thousand. */
import { defineConfig } from "vite";

export default defineConfig({
  // optional speed-ups of their packages, which do without
  ssr: { noExternal: true, external: ["pg-native", "msgpackr-extract"] },
  build: {
    ssr: "src/main.ts",
    outDir: "dist/program",
    emptyOutDir: true,
    target: "node20",
    rolldownOptions: {
      output: {
        // only as CommonJS can Node 20 keep it compiled, see scripts/start.mjs
        format: "cjs",
        entryFileNames: "main.cjs",
        // shorter to read at each start, while an error's stack still names the functions
        minify: { compress: false, mangle: false },
      },
    },
  },
});
