/** What a button, a choice or a form does: the same call that a typed line would make. */
export interface CallRef {
  command: string;
  input: Readonly<Record<string, string | number | boolean>>;
}
