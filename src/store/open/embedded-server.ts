/** Starts the packaged PostgreSQL on a data folder, or joins the one that runs on it already. */
import { type ChildProcess, spawn } from "node:child_process";
import { open, readFile, rename, stat } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { prepareCluster } from "./cluster.ts";
import { type Joined, keepRunning } from "./keep-running.ts";
import { ignoreStaleMark, isInUse, joinServer } from "./running-server.ts";
import { findServerHome, makeSocketFolder, type ServerHome } from "./server-home.ts";
import { findServerProgram, programEnvironment, type ServerProgram } from "./server-program.ts";

export interface EmbeddedPostgres {
  /** Connection address, through a socket that only this user can reach. */
  url: string;
  /** Whether the server ran before: another bot's, or left by one that was killed. */
  attached: boolean;
  /** Leaves the server; the last bot to leave stops it. Close all connections first. */
  stop: () => Promise<void>;
}

interface Launch {
  child: ChildProcess;
  /** Set when the process could not be started at all or has ended. */
  ended: boolean;
  /** Where this start's lines begin in the server's log, in bytes. */
  logStart: number;
}

const startLimitMs = 60_000;
const logLimitBytes = 10_000_000;
/** Another bot started its server first, or stops its own; or the system has not buried a killed one yet. */
const lostRaces = [
  'lock file "postmaster.pid" already exists',
  '.lock" already exists',
  '.lock": No such file or directory',
];

/**
 * The server outlives a killed bot unharmed; the next start joins it. Several bots may share a folder.
 *
 * @param options.dataDir folder for the data and the server's log; made when absent
 * @param options.log gets a line when something unusual is done
 * @param options.onWait called when PostgreSQL's own programs are at work, so that others may be
 * @throws Error of one line that names the cause and DATABASE_URL as the way out
 */
export async function startEmbeddedPostgres(options: {
  dataDir: string;
  log: (line: string) => void;
  onWait?: () => void;
}): Promise<EmbeddedPostgres> {
  try {
    const home = await findServerHome(options.dataDir, options.log);
    const program = await findServerProgram(home.account, options.log);
    await prepareCluster(home, program, options.onWait);
    const join = () => joinOrLaunch(home, program, options);
    const { membership, attached } = await join();
    return { url: membership.url, attached, stop: keepRunning(membership, join, options.log) };
  } catch (error) {
    const { reason, wayOut } = describeFailure(error);
    throw new Error(`Cannot start the packaged PostgreSQL in ${options.dataDir}: ${reason}. ${wayOut}`, {
      cause: error,
    });
  }
}

async function joinOrLaunch(
  home: ServerHome,
  program: ServerProgram,
  { log, onWait }: { log: (line: string) => void; onWait?: () => void },
): Promise<Joined> {
  const begin = performance.now();
  let launch: Launch | undefined;
  let isPatient = false;
  while (performance.now() - begin < startLimitMs) {
    const membership = await joinServer(home.cluster);
    if (membership) return { membership, attached: membership.pid !== launch?.child.pid };
    // Two bots may start at once: the loser's server ends at once, and the loser joins the winner's.
    if (!(await isInUse(home.cluster))) {
      if (launch?.ended) await explainEnd(home, launch);
      if (!launch || launch.ended) {
        launch = await launchServer(home, program);
        onWait?.();
      }
    }
    if (!isPatient && performance.now() - begin > 3000) {
      isPatient = true;
      log("PostgreSQL is still starting: it may be recovering from a crash, or another bot is stopping it");
    }
    await sleep(20);
  }
  throw new Error(`it is not ready after ${startLimitMs / 1000} s, see ${logFile(home)}`);
}

/** Starts the server in a session of its own, tied to the bot by nothing, so that it survives it. */
async function launchServer(home: ServerHome, program: ServerProgram): Promise<Launch> {
  const socketFolder = await makeSocketFolder(home);
  const logStart = await makeRoomInLog(home);
  const output = await open(logFile(home), "a", 0o600);
  const settings = {
    listen_addresses: "",
    unix_socket_directories: socketFolder,
    unix_socket_permissions: "0700",
    shared_buffers: "64MB",
    max_connections: "200",
  };
  const flags = Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
  const child = spawn(program.postgres, ["-D", home.cluster, ...flags], {
    ...home.account,
    cwd: "/",
    env: { ...programEnvironment, ...(await ignoreStaleMark(home.cluster)) },
    detached: true,
    stdio: ["ignore", output.fd, output.fd],
  });
  child.unref();
  const launch: Launch = { child, ended: false, logStart };
  child.once("exit", () => {
    launch.ended = true;
  });
  child.once("error", () => {
    launch.ended = true;
  });
  await output.close();
  return launch;
}

function logFile({ folder }: ServerHome): string {
  return join(folder, "server.log");
}

/** Puts a large log aside and returns the size of the one in use, in bytes. */
async function makeRoomInLog(home: ServerHome): Promise<number> {
  const size = (await stat(logFile(home)).catch(() => undefined))?.size ?? 0;
  if (size < logLimitBytes) return size;
  await rename(logFile(home), `${logFile(home)}.old`);
  return 0;
}

/** Throws the line in which the server says why it ended, unless it only lost a race that is over. */
async function explainEnd(home: ServerHome, { logStart }: Launch): Promise<void> {
  const text = (await readFile(logFile(home))).subarray(logStart).toString("utf8");
  if (lostRaces.some((words) => text.includes(words))) return;
  const lines = text.split("\n").filter((line) => line.trim() !== "");
  const line = lines.findLast((candidate) => /FATAL|PANIC|could not/.test(candidate)) ?? lines.at(-1);
  throw new Error(line?.replace(/^.*?(FATAL|PANIC):\s*/, "") ?? `it ended at once, see ${logFile(home)}`);
}

/** What failed, on one line: a program's own last words, or the message; and what to do about it. */
function describeFailure(error: unknown): { reason: string; wayOut: string } {
  const words = wordsOf(error);
  const lines = words.split("\n");
  const line = lines.find((candidate) => /error|fatal/i.test(candidate)) ?? lines.at(-1) ?? "";
  const reason = line.replace(/^(?:initdb: error:|.*?(?:FATAL|PANIC):)\s*/, "").replace(/\.$/, "");
  if (/No space left on device|free disk space/.test(words))
    return { reason: `the disk is full (${reason})`, wayOut: "Make room on it and start again." };
  return { reason, wayOut: "Set DATABASE_URL to use a PostgreSQL of your own." };
}

function wordsOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const words = "stderr" in error && typeof error.stderr === "string" ? error.stderr.trim() : "";
  return words || error.message;
}
