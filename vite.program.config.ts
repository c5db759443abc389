/** Bundles the program into dist/program: a few files start several times faster than two thousand. */
import { defineConfig, type Plugin } from "vite";

/** Slack's framework loads Express for a way of receiving that is not used: it would cost every start. */
const withoutExpress: Plugin = {
  name: "without-express",
  enforce: "pre",
  resolveId: (id) => (id === "express" ? "\0express" : undefined),
  load: (id) => (id === "\0express" ? "export {};" : undefined),
};

/**
 * Writes every character beyond ASCII by its number, so that scripts/start.mjs reads a file's bytes as they are:
 * decoding and compiling the Chinese words of a whole program costs a start more than all else that it reads.
 */
const inAscii: Plugin = {
  name: "in-ascii",
  generateBundle(_options, bundle) {
    for (const chunk of Object.values(bundle)) {
      if (chunk.type !== "chunk") continue;
      // in a string, a template and a pattern alike, unless it is taken literally
      if (/\\[\u0080-\uffff]|\braw`[^`]*[\u0080-\uffff]/.test(chunk.code))
        throw new Error(`${chunk.fileName} holds a character that cannot be written by its number.`);
      chunk.code = chunk.code.replace(
        /[\u0080-\uffff]/g,
        (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`,
      );
    }
  },
};

export default defineConfig({
  plugins: [withoutExpress, inAscii],
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
        chunkFileNames: "[name].cjs",
        // shorter to read at each start, while an error's stack still names the functions
        minify: { compress: false, mangle: false },
      },
    },
  },
});
