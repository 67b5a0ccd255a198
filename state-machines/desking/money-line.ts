import { type Cents, sum } from "../money/cents";
import type { LineBasis } from "./line-basis";

/**
 * One row of a column of figures. Codes are stable and are what the screens translate by; labels
 * are English defaults. When a row has lines, they add up to its amount to the cent.
 */
export interface MoneyLine {
  code: string;
  label: string;
  amount: Cents;
  lines?: MoneyLine[];
  note?: string;
  /** What a tax or a fee rests on. */
  basis?: LineBasis;
}

export function totalOfLines(lines: readonly MoneyLine[]): Cents {
  return sum(lines.map((line) => line.amount));
}

/** A row whose amount is by construction what its lines add up to. */
export function lineOf(code: string, label: string, lines: MoneyLine[]): MoneyLine {
  return { code, label, amount: totalOfLines(lines), lines };
}

/**
 * Rows of nothing are noise on a card: a deal without a rebate has no rebate row. A row whose own
 * lines cancel out, such as a trade worth exactly its payoff, is something and stays; so is a tax that somebody
 * set to nothing by hand.
 */
export function withoutEmptyLines(lines: readonly MoneyLine[]): MoneyLine[] {
  return lines.filter(
    (line) =>
      line.amount !== 0 ||
      line.lines?.some((part) => part.amount !== 0) ||
      (line.basis !== undefined && line.basis.workedOut !== null),
  );
}
