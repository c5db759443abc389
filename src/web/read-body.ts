/** The body of a request, up to a size: also when the request does not say how long it is. */
import type { IncomingMessage } from "node:http";
import { Refusal } from "./webhook.ts";

/** More than the largest form of Slack or text of Lark needs, in bytes. */
const LARGEST_BODY = 1024 * 1024;

/** @throws Refusal with 413 as soon as the body is too long; what still comes is thrown away */
export async function readBody(request: IncomingMessage): Promise<Buffer> {
  if (Number(request.headers["content-length"] ?? 0) > LARGEST_BODY) throw tooLarge();
  return await new Promise((resolve, reject) => {
    const pieces: Buffer[] = [];
    let size = 0;
    const take = (piece: Buffer) => {
      size += piece.length;
      pieces.push(piece);
      if (size <= LARGEST_BODY) return;
      pieces.length = 0;
      request.off("data", take).resume();
      reject(tooLarge());
    };
    request.on("data", take);
    request.once("end", () => resolve(pieces.length === 1 && pieces[0] ? pieces[0] : Buffer.concat(pieces)));
    const breakOff = () => {
      if (!request.complete) reject(new Refusal(400, "the request broke off"));
    };
    request.once("close", breakOff);
    request.once("error", breakOff);
  });
}

function tooLarge(): Refusal {
  return new Refusal(413, `the body is larger than ${LARGEST_BODY} bytes`);
}
