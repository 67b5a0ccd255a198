import { type Cents, minus, plus } from "../money/cents";
import { chargedFees, withStatedTaxes } from "./charged-fees";
import { productTotals } from "./fni-products";
import { priceStack, type PriceStack } from "./price";
import { type DocFeeCap, type SaleTaxRule, vehicleTax, type VehicleTax } from "./taxes-and-fees";
import { tradePosition, type TradePosition } from "./trade-equity";
import type { WorksheetInputs } from "./worksheet-inputs";

/** The figures that a cash sale and a financed one share. */
export interface DealFigures {
  price: PriceStack;
  trade: TradePosition;
  products: Cents;
  tax: VehicleTax;
  governmentCharges: Cents;
  outTheDoor: Cents;
  /** What is still to be covered by the customer's own cash or a lender, cash down not yet counted. */
  balanceBeforeCash: Cents;
}

/** What the figures depend on; a tax rule needs nothing but its arithmetic here. */
export type DealInputs = Pick<WorksheetInputs, "price" | "trades" | "products" | "taxOverrides"> & {
  tax: SaleTaxRule & { docFeeCap?: DocFeeCap };
};

/**
 * "Out the door": everything it takes to leave with the car, before any money comes off it.
 *
 *     out the door = selling price + add-ons + doc fee + government fees + products + tax
 *     balance      = out the door + negative equity − rebates − positive trade equity
 *
 * Rounds only inside the tax components. Worked by hand for the sample deal of the worksheet tests:
 * 36,995.00 + 367.70 + 316.00 + 1,657.55 = 39,336.25, less 1,000.00 and 5,320.00 = 33,016.25.
 */
export function dealFigures(inputs: DealInputs): DealFigures {
  const price = priceStack({ ...inputs.price, ...chargedFees(inputs) });
  const products = productTotals(inputs.products);
  const trade = tradePosition(inputs.trades);
  const taxed = vehicleTax(inputs.tax, {
    vehicle: plus(price.sellingPrice, price.taxableAddOns),
    docFee: price.docFee,
    products: products.taxable,
    rebates: price.rebates,
    allowances: trade.allowances,
  });
  const tax = withStatedTaxes(taxed, inputs.taxOverrides);
  const governmentCharges = plus(price.governmentFees, tax.total);
  const outTheDoor = plus(price.sellingPrice, price.addOns, price.docFee, products.total, governmentCharges);
  return {
    price,
    trade,
    products: products.total,
    tax,
    governmentCharges,
    outTheDoor,
    balanceBeforeCash: minus(plus(outTheDoor, trade.negativeEquity), price.rebates, trade.positiveEquity),
  };
}
