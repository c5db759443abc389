/** Sends what a platform cannot hold of a card as files right behind it: rows as a workbook, long text as a text file. */
import { type Card, partsOf } from "../../chat/card.ts";
import { textOfCard } from "../../chat/card-text.ts";
import type { Sheet, SheetColumn } from "../../chat/documents.ts";
import type { Chat } from "../../chat/ports.ts";
import type { Reading } from "../../chat/reading.ts";
import { type Cell, type Column, cellText, type Table } from "../../chat/table.ts";
import { inTransaction } from "../../store/database.ts";
import { insertFile } from "../../store/files.ts";
import { insertPost, type OutboxRow } from "../../store/outbox.ts";
import type { Services } from "../ctx.ts";

const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
const NAME_LENGTH = 60;

/**
 * Queues the files behind the card, once however often the card is tried: they have keys of their own.
 * @returns the card, which names the files, or the card itself where all of it fits
 */
export async function attachLeftOut(
  services: Services,
  row: OutboxRow,
  { chat, card, reading }: { chat: Chat; card: Card; reading: Reading },
): Promise<Card> {
  const { tables, text } = chat.leftOut(card, reading);
  if (tables.length === 0 && !text) return card;
  const name = fileName(card.title);
  const files = [
    ...(tables.length === 0
      ? []
      : [
          {
            kind: "rows" as const,
            name: `${name}.xlsx`,
            mime: XLSX,
            content: await services.documents.workbook(
              partsOf(card).flatMap((part) => (part.kind === "table" ? [sheetOf(part)] : [])),
            ),
          },
        ]),
    ...(text
      ? [
          {
            kind: "text" as const,
            name: `${name}.txt`,
            mime: "text/plain",
            content: new TextEncoder().encode(textOfCard(card)),
          },
        ]
      : []),
  ];
  const createdAt = services.clock.now();
  await inTransaction(services.store.db, async (tx) => {
    for (const { kind, name: fileName, mime, content } of files) {
      const fileId = `fil_${row.id}_${kind}`;
      await insertFile(tx, { id: fileId, name: fileName, mime, content, createdAt });
      await insertPost(tx, {
        id: `${row.id}_${kind}`,
        key: `${row.key}:${kind}`,
        kind: "file",
        platform: row.platform,
        destination: row.destination,
        readerId: row.readerId ?? undefined,
        fileId,
        data: { text: reading.m.common.leftOut.file(card.title) },
        createdAt,
      });
    }
  });
  const nameOf = (kind: "rows" | "text") => files.find((file) => file.kind === kind)?.name;
  return { ...card, attached: { rows: nameOf("rows"), text: nameOf("text") } };
}

/** A name that every system takes. */
function fileName(title: string): string {
  const name = title
    .replaceAll(/[\\/:*?"<>|\p{Cc}\p{Cf}]/gu, " ")
    .replaceAll(/\s+/gu, " ")
    .trim();
  // half of a surrogate pair is no sign
  const cut = name.slice(0, NAME_LENGTH).replace(/[\uD800-\uDBFF]$/u, "");
  return cut.trim() || "seedbed";
}

function sheetOf({ caption, columns, rows }: Table): Sheet {
  return {
    name: caption,
    columns: columns.map(sheetColumn),
    rows: rows.map((row) => columns.map((_, index) => sheetCell(row[index] ?? null))),
  };
}

function sheetColumn({ title, kind, format }: Column): SheetColumn {
  return kind === "number"
    ? { title, format: (format?.precision ?? 2) === 0 ? "integer" : "decimal" }
    : { title, width: 24 };
}

/** Numbers stay numbers; of a link its address is what helps outside of a chat. */
function sheetCell(cell: Cell): string | number | null {
  if (cell === null) return null;
  if (typeof cell === "object" && "value" in cell && Number.isFinite(cell.value)) return cell.value;
  if (typeof cell === "object" && "url" in cell) return cell.url;
  return cellText(cell);
}
