import { dealWorksheet, type NumbersFrom, worksheetInputs } from "../deal/deal-worksheet";
import { cents } from "../money/cents";
import type { LenderStructure } from "./lender-structure";

/** The deal as a lender is asked about it: the worksheet's own figures. Null where nothing is financed. */
export function dealStructure(card: NumbersFrom): LenderStructure | null {
  const sheet = dealWorksheet(card);
  const inputs = worksheetInputs(card);
  const { vehicle } = card.vehicle;
  if (!sheet?.finance.ok || !inputs || !vehicle?.vin || inputs.method !== "finance") return null;
  const { amountFinanced, payment, termMonths } = sheet.finance;
  const { vin, condition, year, make, model, mileage } = vehicle;
  return {
    vehicle: { vin, condition, year, make, model, mileage, sellingPrice: card.vehicle.sellingPrice },
    contractYear: Number(card.identity.contractDate.slice(0, 4)),
    amountFinanced,
    frontAmount: cents(Math.max(0, amountFinanced - sheet.productsTotal)),
    productsTotal: sheet.productsTotal,
    cashDown: card.finance.cashDown,
    termMonths,
    payment,
  };
}
