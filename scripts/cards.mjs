/** Writes a page of every card in both clients and languages to dist/cards/index.html, for people to look at. */
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import react from "@vitejs/plugin-react";
import { build, createServer } from "vite";

const root = fileURLToPath(new URL("../", import.meta.url));
const page = `${root}dist/cards/index.html`;
const SAMPLES = "virtual:samples";

const samples = await drawAll();
await build({
  configFile: false,
  root: `${root}gallery`,
  base: "./",
  logLevel: "warn",
  plugins: [
    react(),
    {
      name: "samples",
      resolveId: (id) => (id === SAMPLES ? `\0${SAMPLES}` : undefined),
      load: (id) =>
        id === `\0${SAMPLES}` ? `export const samples = ${JSON.stringify(samples)};` : undefined,
    },
  ],
  build: {
    outDir: "../dist/cards",
    emptyOutDir: true,
    target: "es2023",
    reportCompressedSize: false,
    chunkSizeWarningLimit: 10_000,
    rolldownOptions: { output: { format: "iife" } },
  },
});
// a browser opens no module from a file, but a script
const html = readFileSync(page, "utf8");
writeFileSync(
  page,
  html.replaceAll(/ type="module" crossorigin| crossorigin/g, (found) =>
    found.includes("module") ? " defer" : "",
  ),
);
process.stdout.write(`${samples.length} samples: open ${page}\n`);

/** Runs the bot's own drawing. */
async function drawAll() {
  const server = await createServer({
    root,
    configFile: false,
    logLevel: "error",
    optimizeDeps: { noDiscovery: true },
    server: { middlewareMode: true, ws: false },
  });
  try {
    const { allSamples } = await server.ssrLoadModule("/gallery/drawings.ts");
    return allSamples();
  } finally {
    await server.close();
  }
}
