/** The parts of BullMQ that the queue uses, whichever server holds it. */
import type { JobsOptions, JobType, Processor, WorkerOptions } from "bullmq";

export interface Backend {
  makeQueue(name: string): StoredQueue;
  makeWorker(name: string, processor: Processor, options: Omit<WorkerOptions, "connection">): JobWorker;
  /** Closes the connections, after the queue and the worker were closed. */
  close(): Promise<void>;
}

interface Part {
  /** Rejects when the server is unusable. */
  waitUntilReady(): Promise<void>;
  close(): Promise<void>;
  on(event: "error", listener: (error: Error) => void): unknown;
}

export interface StoredQueue extends Part {
  add(name: string, data: unknown, options: JobsOptions): Promise<unknown>;
  getJob(id: string): Promise<StoredJob | undefined>;
  getActive(): Promise<StoredJob[]>;
  /** Failed jobs, the latest first. */
  getFailed(start: number, end: number): Promise<StoredJob[]>;
  getJobCounts(...types: JobType[]): Promise<Record<string, number>>;
}

export interface JobWorker extends Part {
  run(): Promise<void>;
  on(event: "error", listener: (error: Error) => void): unknown;
  on(event: "failed", listener: (job: StoredJob | undefined, error: Error) => void): unknown;
}

export interface StoredJob {
  id?: string | undefined;
  name: string;
  data: unknown;
  failedReason: string;
  attemptsMade: number;
  /** When it was added, in milliseconds since 1970. */
  timestamp: number;
  /** Milliseconds since 1970. */
  finishedOn?: number | undefined;
  opts: { attempts?: number | undefined };
  isFailed(): Promise<boolean>;
  updateData(data: unknown): Promise<void>;
  retry(
    state: "failed",
    options: { resetAttemptsMade: boolean; resetAttemptsStarted: boolean },
  ): Promise<void>;
}
