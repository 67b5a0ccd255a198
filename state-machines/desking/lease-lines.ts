import { minus } from "../money/cents";
import { leaseTaxCodes, taxCode } from "./charged-fees";
import {
  cashDownLine,
  docFeeLine,
  governmentFeeLines,
  owesOnTrades,
  paidNowLines,
  productLines,
  rebateLines,
  tradeLines,
  vehicleLines,
} from "./deal-lines";
import type { LeaseDeal } from "./lease-deal";
import { leaseTaxBasis, taxBasis } from "./line-basis";
import { lineOf, type MoneyLine, withoutEmptyLines } from "./money-line";
import type { VehicleTax } from "./taxes-and-fees";
import type { LeaseTerms, WorksheetInputs } from "./worksheet-inputs";

/** Gross cap cost and what comes off it; adds up to the adjusted cap cost. */
export function capCostLines(inputs: WorksheetInputs, lease: LeaseTerms, worked: LeaseDeal): MoneyLine[] {
  const trade = tradeLines(inputs);
  const owed = owesOnTrades(inputs.trades);
  const gross = withoutEmptyLines([
    ...vehicleLines(inputs).filter((line) => line.code !== "docFee"),
    ...productLines(inputs),
    { code: "acquisitionFee", label: "Acquisition fee", amount: lease.acquisitionFee },
    ...(owed ? trade : []),
    ...(worked.capitalizedTax === 0 ? [] : [capitalizedTaxLine(inputs, worked)]),
  ]);
  return [
    lineOf("grossCapCost", "Gross cap cost", gross),
    ...withoutEmptyLines([...rebateLines(inputs), ...(owed ? [] : trade)]),
    cashDownLine(inputs.cashDown),
  ];
}

const capitalizedTaxLine = (inputs: WorksheetInputs, worked: LeaseDeal): MoneyLine => ({
  code: "capitalizedTax",
  label: "Tax in the lease",
  amount: worked.capitalizedTax,
  basis: upfrontBasis(inputs, worked),
});

const upfrontBasis = (inputs: WorksheetInputs, { workedOut }: LeaseDeal) =>
  leaseTaxBasis(inputs, leaseTaxCodes.upfront, { base: workedOut.upfrontBase, tax: workedOut.upfrontTax });

/** What the customer brings on the day; adds up to the cash due at signing. */
export function leaseSigningLines(inputs: WorksheetInputs, worked: LeaseDeal, priceTax: VehicleTax): MoneyLine[] {
  return withoutEmptyLines([
    { code: "cashDown", label: "Cash down", amount: inputs.cashDown },
    ...paidNowLines(inputs.trades, 1),
    worked.numberOfPayments === 1
      ? { code: "onePayment", label: "The whole lease, paid once", amount: worked.totalPayment }
      : { code: "firstPayment", label: "First payment", amount: worked.totalPayment },
    { code: "refundableDeposit", label: "Refundable deposit", amount: worked.refundableDeposit },
    docFeeLine(inputs),
    ...governmentFeeLines(inputs),
    {
      code: leaseTaxCodes.upfront,
      label: "Tax at signing",
      amount: minus(worked.upfrontTax, priceTax.total),
      ...(worked.capitalizedTax === 0 && { basis: upfrontBasis(inputs, worked) }),
    },
    ...priceTax.components.map((component) => ({
      code: taxCode(component.name),
      label: component.name,
      amount: component.tax,
      basis: taxBasis(inputs.tax, component),
    })),
  ]);
}

/** One payment: the base, and the tax on it where each payment is taxed. */
export function leasePaymentLines(
  inputs: WorksheetInputs,
  { basePayment, periodicTax, workedOut }: LeaseDeal,
): MoneyLine[] {
  const basis = leaseTaxBasis(inputs, leaseTaxCodes.monthly, { base: basePayment, tax: workedOut.periodicTax });
  return withoutEmptyLines([
    { code: "basePayment", label: "Base payment", amount: basePayment },
    { code: leaseTaxCodes.monthly, label: "Monthly tax", amount: periodicTax, basis },
  ]);
}
