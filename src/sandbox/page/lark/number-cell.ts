/** Numbers of a card's table as Lark writes them: with the sign and the decimals of their column. */

export interface NumberFormat {
  symbol?: string;
  precision?: number;
  separator?: boolean;
}

export function numberText(
  value: unknown,
  { symbol = "", precision, separator = true }: NumberFormat = {},
): string {
  const digits =
    precision === undefined ? {} : { minimumFractionDigits: precision, maximumFractionDigits: precision };
  return symbol + Number(value).toLocaleString("en", { useGrouping: separator, ...digits });
}
