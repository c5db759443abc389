/** Objects of a known shape as lists of their values: fifty thousand reports need not repeat the name of every field. */

/** `write` throws OtherShape for what it could not read back. */
export interface Form<T> {
  write(value: T): unknown;
  read(kept: unknown): T;
}

/** A value has fields that its form knows nothing of. */
export class OtherShape extends Error {
  override readonly name = "OtherShape";
}

/** Stands for a field that is not there, before one that is: null is a value of its own. */
const ABSENT = {};

export const asItIs: Form<never> = {
  write: (value: unknown) => value,
  read: (kept) => kept as never,
};

export function listOf<T>(form: Form<T>): Form<readonly T[]> {
  return { write: (all) => all.map(form.write), read: (kept) => (kept as unknown[]).map(form.read) };
}

/** A form for each field; their order is what is kept, so new fields go to the end. */
export function fields<T extends object>(
  forms: {
    readonly [K in keyof T]-?: Form<NonNullable<T[K]>>;
  },
): Form<T> {
  const names = Object.keys(forms) as (keyof T & string)[];
  const own = Object.values<Form<unknown>>(forms);
  return {
    write(value) {
      const kept: unknown[] = [];
      let seen = 0;
      // plain loops: a list writes some millions of fields
      for (let place = 0; place < names.length; place += 1) {
        const field: unknown = value[names[place] as keyof T];
        if (field === undefined) continue;
        seen += 1;
        while (kept.length < place) kept.push(ABSENT);
        const form = own[place];
        kept.push(form === asItIs || form === undefined || field === null ? field : form.write(field));
      }
      if (seen !== definedFields(value)) throw new OtherShape(Object.keys(value).join(", "));
      return kept;
    },
    read(kept) {
      const value: Record<string, unknown> = {};
      (kept as unknown[]).forEach((field, place) => {
        const [name, form] = [names[place], own[place]];
        if (name === undefined || form === undefined) throw new OtherShape(`${place}`);
        if (!isAbsent(field)) value[name] = field === null ? null : form.read(field);
      });
      return value as T;
    },
  };
}

function definedFields(value: object): number {
  let count = 0;
  for (const name in value) if ((value as Record<string, unknown>)[name] !== undefined) count += 1;
  return count;
}

function isAbsent(field: unknown): boolean {
  return (
    typeof field === "object" && field !== null && !Array.isArray(field) && Object.keys(field).length === 0
  );
}
