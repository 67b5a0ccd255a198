import { amountOf } from "#app/deal-card/staff-amount";
import { gross } from "#machines/desking/gross";
import { contractRateFor, worksheetInputs } from "#machines/deal/deal-worksheet";
import { type DealView, numbersFrom, staffFigures } from "#machines/deal/deal-view";
import { type Cents, noCents } from "#machines/money/cents";
import type { Ppm } from "#machines/money/rate";
import type { DealGross, RateSpread } from "./deal-gross-data";

const rateOrNull = (value: unknown): Ppm | null => (typeof value === "number" ? (value as Ppm) : null);

/** The store's cost of each product as it was chosen, by its code. */
function productCosts(view: DealView): Map<string, Cents> {
  const costs = new Map<string, Cents>();
  for (const { code, options } of staffFigures(view).productCosts ?? []) {
    const chosen = code === undefined ? undefined : view.card.fni.answers[code]?.optionCode;
    const cost = amountOf(options?.find((option) => option.code === chosen)?.cost);
    if (code !== undefined && cost !== null) costs.set(code, cost);
  }
  return costs;
}

/**
 * The core's gross on what this deal's numbers are made of; null without a vehicle, or for eyes without its cost. A
 * trade nobody appraised counts as worth its allowance, an add-on as costing its price, the lender's reserve as
 * nothing: unknown is never shown as earned.
 */
export function dealGross(view: DealView): DealGross | null {
  const figures = staffFigures(view);
  const inputs = worksheetInputs(numbersFrom(view));
  const vehicleCost = amountOf(figures.cost?.vehicleCost);
  const pack = amountOf(figures.cost?.pack);
  const reconditioning = amountOf(figures.cost?.recon);
  if (!inputs || vehicleCost === null || pack === null || reconditioning === null) return null;
  const { trade, price, products } = inputs;
  const acv = amountOf(figures.appraisal?.acv);
  const costs = productCosts(view);
  const earned = gross({
    sellingPrice: price.sellingPrice,
    vehicleCost,
    reconditioning,
    pack,
    addOns: price.addOns.map((addOn) => ({ price: addOn.price, cost: addOn.price })),
    trade: trade && { allowance: trade.allowance, acv: acv ?? trade.allowance },
    products: products.flatMap(({ code, price: sold }) => {
      const cost = costs.get(code);
      return cost === undefined ? [] : [{ code, price: sold, cost }];
    }),
    reserve: noCents,
  });
  const open: DealGross["open"] = [];
  if (trade && acv === null) open.push("notAppraised");
  if (price.addOns.length > 0) open.push("addOnCost");
  if (view.card.finance.method === "finance") open.push("reserve");
  const { frontLines, frontGross, backLines, backGross, totalGross } = earned;
  return { frontLines, frontGross, backLines, backGross, totalGross, open };
}

/** Null without a financed contract, or for eyes without buy rates. */
export function rateSpread(view: DealView): RateSpread | null {
  const card = numbersFrom(view);
  const { method, termMonths, creditBand } = card.finance;
  const figures = staffFigures(view);
  const contractRate = contractRateFor(card, termMonths);
  const buyRate = rateOrNull(figures.buyRates?.find((row) => row.termMonths === termMonths)?.buyRate?.[creditBand]);
  if (method !== "finance" || contractRate === null || buyRate === null) return null;
  const spread = (contractRate - buyRate) as Ppm;
  return { buyRate, contractRate, spread, cap: rateOrNull(figures.rateCapOverBuyRate) };
}
