/** Reading JSON whose shape nobody promised. */

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The object in a string, or an empty one when it holds none. */
export function parseRecord(text: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text);
    return isRecord(value) ? value : {};
  } catch {
    return {};
  }
}

/** A property that is a non-empty string. */
export function stringAt(record: Record<string, unknown>, property: string): string | undefined {
  const value = record[property];
  return typeof value === "string" && value !== "" ? value : undefined;
}

/** A property that is an object, else an empty one. */
export function recordAt(record: Record<string, unknown>, property: string): Record<string, unknown> {
  const value = record[property];
  return isRecord(value) ? value : {};
}

/** The objects in a list; none when it is no list. */
export function records(value: unknown): Record<string, unknown>[] {
  return Array.isArray(value) ? value.filter(isRecord) : [];
}
