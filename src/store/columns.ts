/** Column types of our own: ids, instants and money as the rest of the program knows them. */
import { customType, integer, text } from "drizzle-orm/pg-core";
import { Temporal } from "temporal-polyfill";
import type { Currency } from "../domain/money.ts";
import type { VetReport } from "../domain/vet-report.ts";
import { type KeptReport, keptReport, readReport } from "./report-record.ts";

/** An instant, kept as timestamptz. */
export const instant = customType<{ data: Temporal.Instant; driverData: string | Date }>({
  dataType: () => "timestamp (3) with time zone",
  toDriver: (value) => value.toString(),
  fromDriver: (value) => Temporal.Instant.fromEpochMilliseconds(new Date(value).getTime()),
});

/** A calendar date `YYYY-MM-DD`, kept as date and never turned into an instant by the driver. */
export const plainDate = customType<{ data: string; driverData: string | Date }>({
  dataType: () => "date",
  fromDriver: (value) => (typeof value === "string" ? value : dateOf(value)),
});

/** pg reads a date as local midnight: take the local parts back. */
function dateOf(value: Date): string {
  const two = (part: number) => String(part).padStart(2, "0");
  return `${value.getFullYear()}-${two(value.getMonth() + 1)}-${two(value.getDate())}`;
}

export const bytes = customType<{ data: Uint8Array; driverData: Buffer }>({
  dataType: () => "bytea",
  toDriver: (value) => Buffer.from(value),
});

/** Two columns for an amount: integer minor units and its currency. */
export const moneyColumns = (name: string) => ({
  amount: integer(`${name}_amount`).notNull(),
  currency: text(`${name}_currency`).$type<Currency>().notNull(),
});

/** A vetting's report, as report-record.ts keeps it. */
export const vetReport = customType<{
  data: VetReport;
  driverData: KeptReport | string;
}>({
  dataType: () => "json",
  toDriver: (value) => JSON.stringify(keptReport(value)),
  fromDriver: (value) => readReport(value as KeptReport),
});
