/** Reads multipart bodies byte for byte: the SDK sends buffers without a file name, which form parsers take for text. */

const HEADERS_END = Buffer.from("\r\n\r\n");

/**
 * The parts of a body by field name.
 * @param contentType the request's header, with the boundary
 */
export function readMultipart(body: Buffer, contentType: string): Record<string, Buffer> {
  const [, quoted, bare] = /boundary=(?:"([^"]+)"|([^;\s]+))/.exec(contentType) ?? [];
  const boundary = quoted ?? bare;
  if (boundary === undefined) return {};
  const parts = split(body, Buffer.from(`--${boundary}`)).flatMap((part) => {
    const end = part.indexOf(HEADERS_END);
    const [, name] = /name="([^"]*)"/.exec(part.subarray(0, Math.max(end, 0)).toString("utf8")) ?? [];
    // a part ends with a line break that belongs to the boundary
    return name === undefined ? [] : [[name, part.subarray(end + HEADERS_END.length, -2)] as const];
  });
  return Object.fromEntries(parts);
}

function split(body: Buffer, boundary: Buffer): Buffer[] {
  const parts: Buffer[] = [];
  let from = body.indexOf(boundary);
  while (from >= 0) {
    const start = from + boundary.length;
    from = body.indexOf(boundary, start);
    if (from >= 0) parts.push(body.subarray(start, from));
  }
  return parts;
}
