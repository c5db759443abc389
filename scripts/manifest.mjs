/** `npm run manifest`: writes the Slack app and the Lark menu from what the program declares; see `write-manifest.ts`. */
import { runnerImport } from "vite";

await runnerImport("./scripts/write-manifest.ts", { configFile: false, logLevel: "warn" });
