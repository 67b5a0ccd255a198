import { type Cents, minus, negate, plus, sum } from "../money/cents";
import { lineOf, type MoneyLine, withoutEmptyLines } from "./money-line";

/**
 * What the store earns. Staff only: nothing a customer's browser loads may import this file, and
 * the worksheet does not.
 */
export interface GrossInputs {
  sellingPrice: Cents;
  vehicleCost: Cents;
  reconditioning: Cents;
  /** The store's overhead on each unit, kept out of the commission. */
  pack: Cents;
  addOns: { price: Cents; cost: Cents }[];
  /** Each car that was traded in. */
  trades: { allowance: Cents; acv: Cents }[];
  products: { code: string; price: Cents; cost: Cents }[];
  /** The store's share of the dealer reserve; zero for cash. */
  reserve: Cents;
}

export interface Gross {
  overAllowance: Cents;
  frontGross: Cents;
  backGross: Cents;
  totalGross: Cents;
  /** Adds up to the front gross. */
  frontLines: MoneyLine[];
  /** Adds up to the back gross. */
  backLines: MoneyLine[];
}

/**
 * "Front is the metal, back is the box."
 *
 *     over-allowance = Σ (allowance − ACV), below zero when the trades are credited under their worth
 *     front = selling price − vehicle cost − reconditioning + Σ (add-on − its cost) − pack − over-allowance
 *     back  = reserve share + Σ (product price − product cost)
 *
 * Only sums. A manufacturer's rebate does not appear: the maker pays the store what it takes off.
 * Worked by hand: 36,995 − 35,480 = 1,515, less 300 pack and 600 over-allowance, is 615 front.
 */
export function gross(inputs: GrossInputs): Gross {
  const overAllowance = sum(inputs.trades.map((trade) => minus(trade.allowance, trade.acv)));
  const addOnGross = sum(inputs.addOns.map((addOn) => minus(addOn.price, addOn.cost)));
  const productLines = inputs.products.map((product) => ({
    code: `product.${product.code}`,
    label: product.code,
    amount: minus(product.price, product.cost),
  }));
  const front = lineOf("frontGross", "Front gross", [
    { code: "priceOverCost", label: "Price over cost", amount: minus(inputs.sellingPrice, inputs.vehicleCost) },
    ...withoutEmptyLines([
      { code: "reconditioning", label: "Reconditioning", amount: negate(inputs.reconditioning) },
      { code: "addOnGross", label: "Add-ons over cost", amount: addOnGross },
      { code: "pack", label: "Pack", amount: negate(inputs.pack) },
      { code: "overAllowance", label: "Over-allowance", amount: negate(overAllowance) },
    ]),
  ]);
  const back = lineOf("backGross", "Back gross", [
    ...withoutEmptyLines([{ code: "reserve", label: "Reserve", amount: inputs.reserve }]),
    ...productLines,
  ]);
  return {
    overAllowance,
    frontGross: front.amount,
    backGross: back.amount,
    totalGross: plus(front.amount, back.amount),
    frontLines: front.lines ?? [],
    backLines: back.lines ?? [],
  };
}
