/** What the sandbox remembers over a restart: a JSON file and what was shared beside it, held by one sandbox. */
import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Hold, holdFolder } from "./holder.ts";

/** Between two writings; the first change after a rest is written at once. */
const SOON_MS = 100;
/** Before a state that could not be written is tried again. */
const AGAIN_MS = 5_000;

export class SavedState<State> {
  /** what an earlier sandbox left here */
  readonly found: State | undefined;
  readonly #path: string;
  readonly #files: string;
  readonly #filesKept = new Set<string>();
  readonly #hold: Hold;
  readonly #read: () => State;
  readonly #log: (line: string) => void;
  #timer: NodeJS.Timeout | undefined;
  #failing = false;
  /** by a clock that nobody sets */
  #writtenAt = Number.NEGATIVE_INFINITY;

  /**
   * @param read gives the state whenever it is written
   * @param log told when the state cannot be written, and when it can again
   * @throws Error of one line when another sandbox holds the folder, or the state in it cannot be read
   */
  constructor(folder: string, read: () => State, log: (line: string) => void) {
    this.#path = join(folder, "sandbox.json");
    this.#files = join(folder, "files");
    mkdirSync(this.#files, { recursive: true });
    this.#read = read;
    this.#log = log;
    this.#hold = holdFolder(folder);
    this.found = readState(this.#path) as State | undefined;
  }

  /** Notes where this sandbox can be found. */
  tell(url: string): void {
    this.#hold.tell(url);
  }

  changed(): void {
    if (this.#timer !== undefined) return;
    const rested = performance.now() - this.#writtenAt >= SOON_MS;
    this.#timer = setTimeout(() => this.write(), this.#failing ? AGAIN_MS : rested ? 0 : SOON_MS);
    this.#timer.unref();
  }

  /**
   * Called while the state is read: a file is written once, since with a long list's workbook in the state every message
   * would write that anew.
   * @param content base64
   */
  keepFile(id: string, content: string): void {
    if (this.#filesKept.has(id)) return;
    replace(join(this.#files, id), Buffer.from(content, "base64"));
    this.#filesKept.add(id);
  }

  /** @returns undefined when nothing was kept under this id */
  keptFile(id: string): Buffer | undefined {
    const bytes = readIfThere(join(this.#files, id));
    if (bytes !== undefined) this.#filesKept.add(id);
    return bytes;
  }

  /** Writes now; on a full disk the old state stays, and writing is tried again later. */
  write(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#writtenAt = performance.now();
    try {
      replace(this.#path, JSON.stringify(this.#read()));
      if (this.#failing) this.#log("What was said in the sandbox is saved again.");
      this.#failing = false;
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      if (!this.#failing)
        this.#log(`What was said in the sandbox cannot be saved, only kept until its end: ${reason}`);
      this.#failing = true;
      this.changed();
    }
  }

  close(): void {
    this.write();
    clearTimeout(this.#timer);
    this.#hold.release();
  }
}

/** A file beside the final one, then renamed, so that a kill leaves the old or the new. */
function replace(path: string, content: string | Buffer): void {
  writeFileSync(`${path}.new`, content);
  renameSync(`${path}.new`, path);
}

function readIfThere(path: string): Buffer | undefined {
  try {
    return readFileSync(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw error;
  }
}

function readState(path: string): unknown {
  try {
    const text = readIfThere(path);
    return text && JSON.parse(text.toString());
  } catch (error) {
    throw new Error(`The sandbox's state in ${path} cannot be read: remove the file to begin anew.`, {
      cause: error,
    });
  }
}
