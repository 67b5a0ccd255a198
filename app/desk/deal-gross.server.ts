import { buyRateOf, storeGross } from "#app/deal-card/staff/store-gross";
import { contractRateFor } from "#machines/deal/deal-worksheet";
import { type DealView, numbersFrom, staffFigures } from "#machines/deal/deal-view";
import type { Ppm } from "#machines/money/rate";
import type { DealGross, RateSpread } from "./deal-gross-data";

/** The card's own gross, worked out here for the finance desk's page; null for eyes without the vehicle's cost. */
export function dealGross(view: DealView): DealGross | null {
  const earned = storeGross(view);
  if (!earned) return null;
  const { frontLines, frontGross, backLines, backGross, totalGross, open } = earned;
  return { frontLines, frontGross, backLines, backGross, totalGross, open };
}

/** Null without a financed contract, or for eyes without buy rates. */
export function rateSpread(view: DealView): RateSpread | null {
  const buyRate = buyRateOf(view);
  const contractRate = contractRateFor(numbersFrom(view), view.card.finance.termMonths);
  if (contractRate === null || buyRate === null) return null;
  const cap = storeGross(view)?.reserve?.highestRate;
  const storeCap = staffFigures(view).rateCapOverBuyRate;
  const overBuyRate = cap === undefined ? storeCap : cap - buyRate;
  return {
    buyRate,
    contractRate,
    spread: (contractRate - buyRate) as Ppm,
    cap: typeof overBuyRate === "number" ? (overBuyRate as Ppm) : null,
  };
}
