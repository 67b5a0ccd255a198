import { dealWorksheet, type NumbersFrom, worksheetInputs } from "../deal/deal-worksheet";
import type { Worksheet } from "../desking/worksheet";
import type { WorksheetInputs } from "../desking/worksheet-inputs";
import { cents } from "../money/cents";
import type { LenderStructure } from "./lender-structure";

type Money = Pick<LenderStructure, "amountFinanced" | "termMonths" | "payment" | "lease">;

/**
 * The deal as a lender is asked about it: the worksheet's own figures. Null where nobody lends: in cash, or while the
 * deal has no column. Of a lease the adjusted cap cost is what is asked for, and the payment is the worksheet's, with
 * its tax.
 */
export function dealStructure(card: NumbersFrom): LenderStructure | null {
  const sheet = dealWorksheet(card);
  const inputs = worksheetInputs(card);
  const { vehicle } = card.vehicle;
  const money = sheet && inputs && moneyOf(sheet, inputs);
  if (!money || !vehicle?.vin) return null;
  const { amountFinanced, payment, termMonths, lease } = money;
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
    ...(lease && { lease }),
  };
}

function moneyOf({ finance, lease }: Worksheet, inputs: WorksheetInputs): Money | null {
  if (inputs.method === "finance" && finance.ok) return finance;
  if (inputs.method !== "lease" || !lease.ok || !inputs.lease) return null;
  const { adjustedCapCost, residual, milesPerYear, termMonths, payment } = lease;
  const { moneyFactor } = inputs.lease;
  return {
    amountFinanced: adjustedCapCost,
    termMonths,
    payment,
    lease: { adjustedCapCost, residual, milesPerYear, moneyFactor },
  };
}
