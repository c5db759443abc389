/** Reads the pictures of a card from the store. */
import { type Card, partsOf } from "../../chat/card.ts";
import type { Pictures } from "../../chat/ports.ts";
import type { Querier } from "../../store/database.ts";
import { fileById } from "../../store/files.ts";

/** A picture that is not stored is left out: the card then says what it would show. */
export async function picturesOf(db: Querier, card: Card): Promise<Pictures> {
  const ids = new Set(partsOf(card).flatMap((part) => (part.kind === "picture" ? [part.file] : [])));
  const pictures = new Map<string, { name: string; bytes: Uint8Array }>();
  for (const id of ids) {
    const file = await fileById(db, id);
    if (file !== undefined) pictures.set(id, { name: file.name, bytes: file.content });
  }
  return pictures;
}
