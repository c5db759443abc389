/** The program on folders and disks that make it hard: a working start or a clear line, never a broken folder. */
import { execFileSync } from "node:child_process";
import { chmod, mkdir, mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { type BuiltMain, buildMain, processesOf } from "../support/built-main.ts";
import { type Hands, handsAt, SLACK_CHANNEL } from "../support/local-bot.ts";

const isRoot = process.geteuid?.() === 0;
const canMount = isRoot && mounts();

let main: BuiltMain;
beforeAll(async () => {
  main = await buildMain();
});
afterAll(() => main.remove());

async function newFolder(mode = 0o755): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "seedbed-anywhere-"));
  await chmod(folder, mode);
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

/** A disk of its own in memory. */
async function newDisk(megabytes: number): Promise<string> {
  const folder = await newFolder();
  execFileSync("mount", ["-t", "tmpfs", "-o", `size=${megabytes}m,mode=755`, "tmpfs", folder]);
  onTestFinished(() => void execFileSync("umount", ["-l", folder]));
  return folder;
}

function mounts(): boolean {
  try {
    execFileSync("unshare", ["--mount", "mount", "-t", "tmpfs", "tmpfs", "/mnt"], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}

const vet = (person: Hands, creator: string) =>
  person.post("slack/say", {
    user: "marketer",
    channel: SLACK_CHANNEL,
    text: `/vet ${creator} followers=82k`,
  });

/** A whole round: start, vet, see the card, stop, leave no process. */
async function expectWorks(dataDir: string, creator: string): Promise<string> {
  const started = main.start({ DATA_DIR: dataDir, PORT: "0" });
  const person = handsAt(await started.url());
  await vet(person, creator);
  await person.sees("slack", "marketer", SLACK_CHANNEL, `${creator}: not enough data yet`, 20_000);
  expect(await started.kill("SIGTERM")).toBe(0);
  expect(await processesOf(dataDir)).toEqual([]);
  return started.output();
}

test("killed again and again in the middle of its very first start", { timeout: 180_000 }, async () => {
  const folder = await newFolder();
  for (let ms = 300; ms <= 3_000; ms += 300) {
    const started = main.start({ DATA_DIR: folder, PORT: "0" });
    await sleep(ms);
    await started.kill("SIGKILL");
  }
  await expectWorks(folder, "小鹿护肤");
  expect((await readdir(folder)).toSorted()).toEqual(["cluster", "sandbox", "server.log"]);
});

describe.runIf(isRoot)("as root", () => {
  test("in a folder that only root can enter", { timeout: 120_000 }, async () => {
    const closed = await newFolder(0o700);
    const dataDir = join(closed, "data");
    await mkdir(dataDir);
    const said = await expectWorks(dataDir, "小鹿护肤");
    const moved = /data is in (\/var\/lib\/seedbed\/data-[0-9a-f]{12})/u.exec(said)?.[1];
    if (moved === undefined) throw new Error(`It does not say where the data is: ${said}`);
    expect(await readdir(dataDir)).toEqual(["sandbox"]);
    expect(await readdir(moved)).toContain("cluster");
    await rm(moved, { recursive: true });
  });
});

describe.runIf(canMount)("on a full disk", () => {
  test("too small for a first start: one line, nothing half-made; with room it starts", {
    timeout: 120_000,
  }, async () => {
    const disk = await newDisk(20);
    const started = main.start({ DATA_DIR: disk, PORT: "0" });
    expect(await started.ended).toBe(1);
    expect(started.output()).toMatch(/: the disk is full \(.*\)\. Make room on it and start again\./u);
    expect(await readdir(disk)).toEqual(["sandbox"]);
    execFileSync("mount", ["-o", "remount,size=200m", disk]);
    await expectWorks(disk, "小鹿护肤");
  });

  test("filled while it runs: people are told, nothing acknowledged is lost, and it goes on with room", {
    timeout: 120_000,
  }, async () => {
    const disk = await newDisk(100);
    const started = main.start({ DATA_DIR: disk, PORT: "0" });
    const person = handsAt(await started.url());
    await expect(writeFile(join(disk, "filler"), Buffer.alloc(100 * 1024 * 1024))).rejects.toThrow("ENOSPC");
    for (let count = 0; count < 40; count += 1) await vet(person, `满${count}`);
    const told = await person.slack("marketer");
    expect(JSON.stringify(told)).toContain("This did not get through. Please try again.");
    expect(started.output()).toContain("No space left on device");
    expect(started.output()).not.toContain("满1");

    await rm(join(disk, "filler"));
    await vet(person, "小鹿护肤");
    await person.sees("slack", "marketer", SLACK_CHANNEL, "小鹿护肤: not enough data yet", 30_000);
    expect(await started.kill("SIGTERM")).toBe(0);
    await expectWorks(disk, "阿禾");
  });
});

if (!isRoot) console.warn("Skipped: folders that only root can enter (these tests do not run as root)");
if (!canMount) console.warn("Skipped: full disks (this system lets these tests mount none)");
