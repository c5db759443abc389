/** One process at a time sends in a lane: advisory locks on one connection, freed by the server when the process dies. */
import pg from "pg";
import { LOCKS } from "./locks.ts";

interface LaneLocks {
  take(lane: string): Promise<boolean>;
  release(lane: string): Promise<void>;
  close(): Promise<void>;
}

/** @param url the database; a lost connection frees all locks and is opened anew at the next `take` */
export function createLaneLocks(url: string): LaneLocks {
  let connecting: Promise<pg.Client> | undefined;

  function client(): Promise<pg.Client> {
    connecting ??= connect(url, () => {
      connecting = undefined;
    });
    return connecting;
  }

  // lanes ask side by side, a connection takes one query at a time
  let last: Promise<unknown> = Promise.resolve();
  function ask<Row extends object>(sql: string, lane: string): Promise<Row[]> {
    const asked = last.then(async () => (await (await client()).query<Row>(sql, [LOCKS.lane, lane])).rows);
    last = asked.catch(() => undefined);
    return asked;
  }

  return {
    async take(lane) {
      const sql = "select pg_try_advisory_lock($1, hashtext($2)) as taken";
      return (await ask<{ taken: boolean }>(sql, lane))[0]?.taken === true;
    },
    async release(lane) {
      // when the connection is gone, so is the lock
      if (connecting === undefined) return;
      await ask("select pg_advisory_unlock($1, hashtext($2))", lane);
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
