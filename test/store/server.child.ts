/** Starts the packaged PostgreSQL in the given folder, tells how, and stops it when terminated. */
import { startEmbeddedPostgres } from "../../src/store/open/embedded-server.ts";

const [dataDir = ""] = process.argv.slice(2);
try {
  const { url, attached, stop } = await startEmbeddedPostgres({ dataDir, log: () => undefined });
  const stayAlive = setInterval(() => undefined, 1000);
  process.once("SIGTERM", () => {
    clearInterval(stayAlive);
    void stop();
  });
  console.log(JSON.stringify({ url, attached }));
} catch (error) {
  console.log(JSON.stringify({ error: error instanceof Error ? error.message : String(error) }));
}
