/** One process at a time sends in a lane: advisory locks on one connection, freed by the server when the process dies. */
import pg from "pg";

interface LaneLocks {
  take(lane: string): Promise<boolean>;
  release(lane: string): Promise<void>;
  close(): Promise<void>;
}

/** Keeps these locks apart from every other advisory lock in the database. */
const SPACE = 7_231;

/** @param url the database; a lost connection frees all locks and is opened anew at the next `take` */
export function createLaneLocks(url: string): LaneLocks {
  let connecting: Promise<pg.Client> | undefined;

  function client(): Promise<pg.Client> {
    connecting ??= connect(url, () => {
      connecting = undefined;
    });
    return connecting;
  }

  return {
    async take(lane) {
      const result = await (await client()).query<{ taken: boolean }>(
        "select pg_try_advisory_lock($1, hashtext($2)) as taken",
        [SPACE, lane],
      );
      return result.rows[0]?.taken === true;
    },
    async release(lane) {
      // when the connection is gone, so is the lock
      if (connecting === undefined) return;
      await (await client()).query("select pg_advisory_unlock($1, hashtext($2))", [SPACE, lane]);
    },
    async close() {
      const open = await connecting?.catch(() => undefined);
      await open?.end();
    },
  };
}

async function connect(url: string, onLost: () => void): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url, application_name: "seedbed lanes" });
  client.on("error", onLost);
  client.on("end", onLost);
  try {
    await client.connect();
  } catch (error) {
    onLost();
    throw error;
  }
  return client;
}
