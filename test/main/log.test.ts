/** What the platforms' SDKs say reaches the program's own log, whose methods must not be torn from it. */
import { Writable } from "node:stream";
import { pino } from "pino";
import { expect, test } from "vitest";
import { sdkLogger as larkLogger } from "../../src/lark/log.ts";
import { sdkLogger as slackLogger } from "../../src/slack/log.ts";

function newLog() {
  const lines: { level: number; msg: string }[] = [];
  const stream = new Writable({
    write(chunk: Buffer, _, done) {
      lines.push(JSON.parse(chunk.toString()));
      done();
    },
  });
  return { log: pino(stream), lines };
}

test("Slack's SDK", () => {
  const { log, lines } = newLog();
  const logger = slackLogger(log);
  logger.info("one");
  logger.warn("two");
  logger.error("three");
  logger.debug("a whole payload");
  expect(lines.map(({ level, msg }) => [level, msg])).toEqual([
    [30, "one"],
    [40, "two"],
    [50, "three"],
  ]);
});

test("Lark's SDK: its errors are warnings, and the secret is struck out", () => {
  const { log, lines } = newLog();
  const logger = larkLogger(log, "s3cret");
  void logger.info(["one"]);
  void logger.warn(["two s3cret"]);
  void logger.error([new Error("three")]);
  expect(lines.map(({ level, msg }) => [level, msg])).toEqual([
    [30, "one"],
    [40, "two …"],
    [40, "three"],
  ]);
});
