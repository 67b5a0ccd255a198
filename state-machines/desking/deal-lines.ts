import { type Cents, negate } from "../money/cents";
import { chargedFees, governmentFeeCode, taxCode } from "./charged-fees";
import type { DealFigures } from "./deal-figures";
import { docFeeBasis, governmentFeeBasis, taxBasis } from "./line-basis";
import { lineOf, type MoneyLine, withoutEmptyLines } from "./money-line";
import { taxRuleInForce } from "./taxes-and-fees";
import { type Trade, tradePosition } from "./trade-equity";
import type { WorksheetInputs } from "./worksheet-inputs";

/** Selling price, add-ons, doc fee and the maker's money: adds up to the advertised total. */
export function priceLines(inputs: WorksheetInputs): MoneyLine[] {
  return withoutEmptyLines([...vehicleLines(inputs), ...rebateLines(inputs)]);
}

/** Each tax and each government fee: adds up to the government charges. */
export function taxLines(inputs: WorksheetInputs, figures: DealFigures): MoneyLine[] {
  const outOfForce = taxRuleInForce(inputs.tax, inputs.contractDate) ? {} : { note: "ruleNotInForceOnContractDate" };
  const taxes = figures.tax.components.map((component) => ({
    code: taxCode(component.name),
    label: component.name,
    amount: component.tax,
    basis: taxBasis(inputs.tax, component),
    ...outOfForce,
  }));
  return withoutEmptyLines([...taxes, ...governmentFeeLines(inputs)]);
}

/** Title, registration, plates: passed on to the state, unless a manager stated another amount. */
export function governmentFeeLines(inputs: WorksheetInputs): MoneyLine[] {
  return chargedFees(inputs).governmentFees.map((fee) => ({
    code: governmentFeeCode(fee.code),
    label: fee.name,
    amount: fee.amount,
    basis: governmentFeeBasis(inputs.tax, fee.workedOut),
  }));
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

export function vehicleLines(inputs: WorksheetInputs): MoneyLine[] {
  const { price } = inputs;
  return [
    { code: "sellingPrice", label: "Selling price", amount: price.sellingPrice },
    ...price.addOns.map((addOn) => ({ code: `addOn.${addOn.code}`, label: addOn.name, amount: addOn.price })),
    docFeeLine(inputs),
  ];
}

export function docFeeLine(inputs: WorksheetInputs): MoneyLine {
  const { docFee } = chargedFees(inputs);
  const basis = docFeeBasis(inputs.tax, inputs.price.docFeeAsked ?? inputs.price.docFee, docFee);
  return { code: "docFee", label: "Documentation fee", amount: docFee, basis };
}

export function rebateLines({ price }: WorksheetInputs): MoneyLine[] {
  return price.rebates.map((rebate) => ({
    code: `rebate.${rebate.code}`,
    label: rebate.name,
    amount: negate(rebate.amount),
  }));
}

/**
 * One row for the trade: equity comes off, negative equity is added. One car opens to its allowance and payoff,
 * several open to a row for each car, which opens to its own.
 */
export function tradeLines({ trades }: Pick<WorksheetInputs, "trades">): MoneyLine[] {
  const [first] = trades;
  if (first === undefined) return [];
  const lines =
    trades.length === 1
      ? carLines(first)
      : trades.map((trade, index) => lineOf(`trade.${index + 1}`, `Trade-in ${index + 1}`, carLines(trade)));
  return owesOnTrades(trades)
    ? [lineOf("negativeEquity", "Trade-in balance still owed", lines)]
    : [lineOf("tradeEquity", "Trade-in equity", lines)];
}

/** Whether the old loans exceed what the cars bring. */
export const owesOnTrades = (trades: Trade[]): boolean => tradePosition(trades).equity < 0;

/** What the customer pays on the old loans at signing: due then, and off what is financed. */
export function paidNowLines(trades: Trade[], sign: 1 | -1): MoneyLine[] {
  const { paidNow } = tradePosition(trades);
  if (paidNow === 0) return [];
  return [{ code: "tradePaidNow", label: "Paid on the old loan now", amount: sign === 1 ? paidNow : negate(paidNow) }];
}

function carLines(trade: Trade): MoneyLine[] {
  return [
    { code: "tradeAllowance", label: "Trade-in allowance", amount: negate(trade.allowance) },
    { code: "tradePayoff", label: "Payoff of the old loan", amount: trade.payoff },
    ...paidNowLines([trade], -1),
  ];
}

/** A charge paid in cash comes off the amount financed; a financed one enters the note and leaves it again. */
export function prepaidChargeLines({ finance }: WorksheetInputs): MoneyLine[] {
  const prepaid = finance.prepaidFinanceCharge;
  if (!prepaid || prepaid.financed || prepaid.amount === 0) return [];
  return [{ code: "prepaidFinanceCharge", label: "Prepaid finance charge", amount: negate(prepaid.amount) }];
}
