/** Builds the sandbox's page into dist/page; it loads nothing from any other host. */
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

export default defineConfig({
  root: "src/sandbox/page",
  base: "./",
  plugins: [react()],
  build: {
    outDir: "../../../dist/page",
    emptyOutDir: true,
    target: "es2023",
    // the first that know light-dark()
    cssTarget: ["chrome123", "firefox120", "safari17.5"],
    reportCompressedSize: false,
    // the start of the sandbox shows what the build says
    rolldownOptions: { checks: { pluginTimings: false } },
  },
});
