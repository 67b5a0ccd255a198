import { type Cents, negate } from "../money/cents";
import type { DealFigures } from "./deal-figures";
import { lineOf, type MoneyLine, withoutEmptyLines } from "./money-line";
import { taxRuleInForce } from "./taxes-and-fees";
import type { WorksheetInputs } from "./worksheet-inputs";

/** Selling price, add-ons, doc fee and the maker's money: adds up to the advertised total. */
export function priceLines(inputs: WorksheetInputs): MoneyLine[] {
  return withoutEmptyLines([...vehicleLines(inputs), ...rebateLines(inputs)]);
}

/** Each tax and each government fee: adds up to the government charges. */
export function taxLines(inputs: WorksheetInputs, figures: DealFigures): MoneyLine[] {
  const outOfForce = taxRuleInForce(inputs.tax, inputs.contractDate) ? {} : { note: "ruleNotInForceOnContractDate" };
  const taxes = figures.tax.components.map((component) => ({
    code: `tax.${component.name}`,
    label: component.name,
    amount: component.tax,
    ...outOfForce,
  }));
  const fees = inputs.price.governmentFees.map((fee) => ({
    code: `governmentFee.${fee.code}`,
    label: fee.name,
    amount: fee.amount,
  }));
  return withoutEmptyLines([...taxes, ...fees]);
}

export function productLines(inputs: WorksheetInputs): MoneyLine[] {
  return withoutEmptyLines(
    inputs.products.map(({ code, name, price }) => ({ code: `product.${code}`, label: name, amount: price })),
  );
}

/** From the out-the-door total to what is left before the customer's own cash. */
export function balanceLines(inputs: WorksheetInputs, figures: DealFigures): MoneyLine[] {
  const everything = [...vehicleLines(inputs), ...productLines(inputs), ...taxLines(inputs, figures)];
  return [
    lineOf("outTheDoor", "Out-the-door total", withoutEmptyLines(everything)),
    ...withoutEmptyLines([...rebateLines(inputs), ...tradeLines(inputs)]),
  ];
}

/** Shown even at zero: the customer's cash is the row that people reach for. */
export function cashDownLine(cashDown: Cents): MoneyLine {
  return { code: "cashDown", label: "Cash down", amount: negate(cashDown) };
}

export function vehicleLines({ price }: WorksheetInputs): MoneyLine[] {
  return [
    { code: "sellingPrice", label: "Selling price", amount: price.sellingPrice },
    ...price.addOns.map((addOn) => ({ code: `addOn.${addOn.code}`, label: addOn.name, amount: addOn.price })),
    { code: "docFee", label: "Documentation fee", amount: price.docFee },
  ];
}

export function rebateLines({ price }: WorksheetInputs): MoneyLine[] {
  return price.rebates.map((rebate) => ({
    code: `rebate.${rebate.code}`,
    label: rebate.name,
    amount: negate(rebate.amount),
  }));
}

/** One row for the trade: equity comes off, negative equity is added; its lines show allowance and payoff. */
export function tradeLines({ trade }: WorksheetInputs): MoneyLine[] {
  if (trade === null) return [];
  const lines: MoneyLine[] = [
    { code: "tradeAllowance", label: "Trade-in allowance", amount: negate(trade.allowance) },
    { code: "tradePayoff", label: "Payoff of the old loan", amount: trade.payoff },
  ];
  return trade.payoff > trade.allowance
    ? [lineOf("negativeEquity", "Trade-in balance still owed", lines)]
    : [lineOf("tradeEquity", "Trade-in equity", lines)];
}

/** A charge paid in cash comes off the amount financed; a financed one enters the note and leaves it again. */
export function prepaidChargeLines({ finance }: WorksheetInputs): MoneyLine[] {
  const prepaid = finance.prepaidFinanceCharge;
  if (!prepaid || prepaid.financed || prepaid.amount === 0) return [];
  return [{ code: "prepaidFinanceCharge", label: "Prepaid finance charge", amount: negate(prepaid.amount) }];
}
