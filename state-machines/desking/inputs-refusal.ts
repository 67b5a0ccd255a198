import type { Cents } from "../money/cents";
import { isPlainDate } from "../money/plain-date";
import { MAX_PPM } from "../money/value-limits";
import { type ColumnRefusal, refusal } from "./column-refusal";
import { brokenBound, deskingLimits } from "./desking-limits";
import type { WorksheetInputs } from "./worksheet-inputs";

/**
 * What is wrong with the deal's own figures, before any column is worked: the first amount below zero, beyond the
 * limit or not in whole cents, a date that does not exist, a tax beyond any place's, a list too long, or no selling
 * price. Null when all may be computed.
 */
export function inputsRefusal(inputs: WorksheetInputs): ColumnRefusal | null {
  return (
    lineCountRefusal(inputs) ??
    tradeCountRefusal(inputs) ??
    amountsRefusal(inputs) ??
    datesRefusal(inputs) ??
    taxRatesRefusal(inputs) ??
    sellingPriceRefusal(inputs)
  );
}

function lineCountRefusal({ price, products, taxOverrides }: WorksheetInputs): ColumnRefusal | null {
  const lists = {
    "price.addOns": price.addOns,
    "price.governmentFees": price.governmentFees,
    "price.rebates": price.rebates,
    products,
    taxOverrides: taxOverrides ?? [],
  };
  for (const [field, list] of Object.entries(lists)) {
    if (list.length > deskingLimits.linesOfAKind) {
      const sentence = "There are more lines here than a contract holds.";
      return refusal("tooManyLines", field, sentence, "Combine or remove some.", deskingLimits.linesOfAKind);
    }
  }
  return null;
}

function tradeCountRefusal({ trades }: WorksheetInputs): ColumnRefusal | null {
  if (trades.length <= deskingLimits.trades) return null;
  const sentence = "A deal takes no more than three cars in trade.";
  return refusal("tooManyLines", "trades", sentence, "Buy the others apart.", deskingLimits.trades);
}

function amountsRefusal(inputs: WorksheetInputs): ColumnRefusal | null {
  for (const [field, amount] of statedAmounts(inputs)) {
    const refused = amountRefusal(field, amount);
    if (refused) return refused;
  }
  return null;
}

/** Why this is no amount of a deal; null when it is one. */
export function amountRefusal(field: string, amount: number): ColumnRefusal | null {
  if (!(amount >= 0)) {
    const sentence = "An amount of a deal cannot be below zero.";
    return refusal("amountBelowZero", field, sentence, "Enter zero or more.", 0);
  }
  if (amount > deskingLimits.amount) {
    const sentence = "The amount is beyond any deal of a store.";
    return refusal("amountAboveLimit", field, sentence, "Check its decimal point.", deskingLimits.amount);
  }
  if (Number.isInteger(amount)) return null;
  return refusal("notWholeCents", field, "An amount is in whole cents.", "Round it to the cent.", Math.floor(amount));
}

function datesRefusal({ contractDate, finance }: WorksheetInputs): ColumnRefusal | null {
  const dates = { contractDate, "finance.firstPaymentDate": finance.firstPaymentDate };
  for (const [field, date] of Object.entries(dates)) {
    if (isPlainDate(date)) continue;
    return refusal("dateDoesNotExist", field, "There is no such day.", "Pick a day of the calendar.");
  }
  return null;
}

/** A tax above the whole price is a slip of the data, and no sum may be made with it. */
function taxRatesRefusal({ tax }: WorksheetInputs): ColumnRefusal | null {
  const rates: [string, number][] = tax.components.flatMap((component, index): [string, number][] =>
    "bands" in component
      ? component.bands.map(({ ratePpm }, band) => [`tax.components.${index}.bands.${band}.ratePpm`, ratePpm])
      : [[`tax.components.${index}.ratePpm`, component.ratePpm]],
  );
  for (const [field, rate] of [...rates, ["tax.lease.ratePpm", tax.lease.ratePpm] as const]) {
    const broken = brokenBound(rate, 0, MAX_PPM);
    if (broken === null) continue;
    return refusal("rateOutOfRange", field, "No place taxes at this rate.", "Check the rule's decimal point.", broken);
  }
  return null;
}

function sellingPriceRefusal({ price }: WorksheetInputs): ColumnRefusal | null {
  if (price.sellingPrice > 0) return null;
  return refusal("sellingPriceMissing", "price.sellingPrice", "There is no selling price yet.", "Enter the price.", 1);
}

function statedAmounts(inputs: WorksheetInputs): [field: string, amount: Cents][] {
  const { price, trades, lease, finance } = inputs;
  const stated: [string, Cents][] = [
    ["price.msrp", price.msrp],
    ["price.sellingPrice", price.sellingPrice],
    ["price.docFee", price.docFee],
    ...price.addOns.map((addOn, index): [string, Cents] => [`price.addOns.${index}.price`, addOn.price]),
    ...price.governmentFees.map((fee, index): [string, Cents] => [`price.governmentFees.${index}.amount`, fee.amount]),
    ...price.rebates.map((rebate, index): [string, Cents] => [`price.rebates.${index}.amount`, rebate.amount]),
    ...inputs.products.map((product, index): [string, Cents] => [`products.${index}.price`, product.price]),
    ...(inputs.taxOverrides ?? []).map(({ code, amount }): [string, Cents] => [`taxOverrides.${code}`, amount]),
    ["cashDown", inputs.cashDown],
  ];
  for (const [index, trade] of trades.entries()) {
    stated.push([`trades.${index}.allowance`, trade.allowance], [`trades.${index}.payoff`, trade.payoff]);
    if (trade.paidNow !== undefined) stated.push([`trades.${index}.paidNow`, trade.paidNow]);
  }
  if (finance.balloon) stated.push(["finance.balloon", finance.balloon]);
  if (finance.prepaidFinanceCharge) {
    stated.push(["finance.prepaidFinanceCharge.amount", finance.prepaidFinanceCharge.amount]);
  }
  if (lease) {
    stated.push(["lease.acquisitionFee", lease.acquisitionFee], ["lease.dispositionFee", lease.dispositionFee]);
    stated.push(["lease.securityDeposit", lease.securityDeposit]);
  }
  return stated;
}
