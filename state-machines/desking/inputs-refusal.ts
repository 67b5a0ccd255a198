import type { Cents } from "../money/cents";
import { type ColumnRefusal, refusal } from "./column-refusal";
import { deskingLimits } from "./desking-limits";
import type { WorksheetInputs } from "./worksheet-inputs";

/**
 * What is wrong with the deal's own figures, before any column is worked: the first amount below
 * zero or beyond the limit, a list too long, or no selling price. Null when all may be computed.
 */
export function inputsRefusal(inputs: WorksheetInputs): ColumnRefusal | null {
  return lineCountRefusal(inputs) ?? amountsRefusal(inputs) ?? sellingPriceRefusal(inputs);
}

function lineCountRefusal({ price, products }: WorksheetInputs): ColumnRefusal | null {
  const lists = {
    "price.addOns": price.addOns,
    "price.governmentFees": price.governmentFees,
    "price.rebates": price.rebates,
    products,
  };
  for (const [field, list] of Object.entries(lists)) {
    if (list.length > deskingLimits.linesOfAKind) {
      const sentence = "There are more lines here than a contract holds.";
      return refusal("tooManyLines", field, sentence, "Combine or remove some.", deskingLimits.linesOfAKind);
    }
  }
  return null;
}

function amountsRefusal(inputs: WorksheetInputs): ColumnRefusal | null {
  for (const [field, amount] of statedAmounts(inputs)) {
    if (!(amount >= 0)) {
      const sentence = "An amount of a deal cannot be below zero.";
      return refusal("amountBelowZero", field, sentence, "Enter zero or more.", 0);
    }
    if (amount > deskingLimits.amount) {
      const sentence = "The amount is beyond any deal of a store.";
      return refusal("amountAboveLimit", field, sentence, "Check its decimal point.", deskingLimits.amount);
    }
  }
  return null;
}

function sellingPriceRefusal({ price }: WorksheetInputs): ColumnRefusal | null {
  if (price.sellingPrice > 0) return null;
  return refusal("sellingPriceMissing", "price.sellingPrice", "There is no selling price yet.", "Enter the price.", 1);
}

function statedAmounts(inputs: WorksheetInputs): [field: string, amount: Cents][] {
  const { price, trade, lease, finance } = inputs;
  const stated: [string, Cents][] = [
    ["price.msrp", price.msrp],
    ["price.sellingPrice", price.sellingPrice],
    ["price.docFee", price.docFee],
    ...price.addOns.map((addOn, index): [string, Cents] => [`price.addOns.${index}.price`, addOn.price]),
    ...price.governmentFees.map((fee, index): [string, Cents] => [`price.governmentFees.${index}.amount`, fee.amount]),
    ...price.rebates.map((rebate, index): [string, Cents] => [`price.rebates.${index}.amount`, rebate.amount]),
    ...inputs.products.map((product, index): [string, Cents] => [`products.${index}.price`, product.price]),
    ["cashDown", inputs.cashDown],
  ];
  if (trade) stated.push(["trade.allowance", trade.allowance], ["trade.payoff", trade.payoff]);
  if (finance.prepaidFinanceCharge) {
    stated.push(["finance.prepaidFinanceCharge.amount", finance.prepaidFinanceCharge.amount]);
  }
  if (lease) {
    stated.push(["lease.acquisitionFee", lease.acquisitionFee], ["lease.dispositionFee", lease.dispositionFee]);
    stated.push(["lease.securityDeposit", lease.securityDeposit]);
  }
  return stated;
}
