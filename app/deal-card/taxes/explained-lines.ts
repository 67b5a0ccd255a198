import type { LineBasis } from "#machines/desking/line-basis";
import type { MoneyLine } from "#machines/desking/money-line";
import type { Worksheet } from "#machines/desking/worksheet";

export interface ExplainedLine {
  line: MoneyLine;
  basis: LineBasis;
}

/** Every tax and fee of the way this deal is paid, once each, in the order of the column. */
export function explainedLines(sheet: Worksheet, method: "cash" | "finance" | "lease"): ExplainedLine[] {
  const { lease } = sheet;
  const lines =
    method === "lease" && lease.ok
      ? [...lease.lines.flatMap((line) => line.lines ?? []), ...lease.signingLines, ...lease.paymentLines]
      : [...sheet.priceLines, ...sheet.taxLines];
  return lines.flatMap((line) => (line.basis ? [{ line, basis: line.basis }] : []));
}
