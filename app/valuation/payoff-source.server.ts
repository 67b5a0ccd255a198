import { addDays, type PlainDate } from "#machines/money/plain-date";
import { payoffOn, type TradeLien } from "#machines/stages/trade-payoff";
import { remember } from "#app/platform/remember.server";
import type { PayoffQuote } from "./payoff-quote";

/** A cheque and its papers are on their way this long. */
const PAYOFF_DAYS = 10;

type Lien = Pick<TradeLien, "lender" | "payoff" | "payoffGoodThrough" | "perDiem">;

/** Who says what a loan costs to close ten days from now: the lender's own service, or the letter that the customer read. */
export interface PayoffSource {
  tenDayPayoff(lien: Lien, today: PlainDate): Promise<PayoffQuote>;
}

/** From the lender's letter: what it says, and its per-diem for every day after the one it is good through. */
export const payoffFromStatement: PayoffSource = {
  tenDayPayoff(lien, today) {
    const goodThrough = addDays(today, PAYOFF_DAYS);
    const { amount, daysOver } = payoffOn(lien, goodThrough);
    if (daysOver > 0 && lien.perDiem === null) return Promise.resolve({ status: "perDiemMissing", goodThrough });
    return Promise.resolve({ status: "quoted", amount, goodThrough, daysOver, source: "statement" });
  },
};

const holder = remember<{ source: PayoffSource }>("payoffSource", () => ({ source: payoffFromStatement }));

/** Set once by the composition root of a store whose lenders answer. */
export function usePayoffSource(source: PayoffSource): void {
  holder.source = source;
}

export const tenDayPayoff = async (lien: Lien | null, today: PlainDate): Promise<PayoffQuote> =>
  lien ? holder.source.tenDayPayoff(lien, today) : { status: "noLien" };
