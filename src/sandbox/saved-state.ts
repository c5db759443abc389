/** What the sandbox remembers over a restart: one JSON file, written a moment after a change, held by one sandbox. */
import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Hold, holdFolder } from "./holder.ts";

const SOON_MS = 100;
/** Before a state that could not be written is tried again. */
const AGAIN_MS = 5_000;

export class SavedState<State> {
  /** what an earlier sandbox left here */
  readonly found: State | undefined;
  readonly #path: string;
  readonly #hold: Hold;
  readonly #read: () => State;
  readonly #log: (line: string) => void;
  #timer: NodeJS.Timeout | undefined;
  #failing = false;

  /**
   * @param read gives the state whenever it is written
   * @param log told when the state cannot be written, and when it can again
   * @throws Error of one line when another sandbox holds the folder, or the state in it cannot be read
   */
  constructor(folder: string, read: () => State, log: (line: string) => void) {
    mkdirSync(folder, { recursive: true });
    this.#path = join(folder, "sandbox.json");
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
    this.#timer = setTimeout(() => this.write(), this.#failing ? AGAIN_MS : SOON_MS);
    this.#timer.unref();
  }

  /** Writes now; on a full disk the old state stays, and writing is tried again later. */
  write(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    try {
      this.#replace(JSON.stringify(this.#read()));
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

  /** A file beside the final one, then renamed, so that a kill leaves the old or the new. */
  #replace(text: string): void {
    writeFileSync(`${this.#path}.new`, text);
    renameSync(`${this.#path}.new`, this.#path);
  }
}

function readState(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, "utf8"));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw new Error(`The sandbox's state in ${path} cannot be read: remove the file to begin anew.`, {
      cause: error,
    });
  }
}
