import { leaseTaxCodes, taxCode } from "../desking/charged-fees";
import type { Cents } from "../money/cents";
import type { DealContext } from "./deal-context";
import type { DealEventOf } from "./deal-events";
import { type Refusal, refuse } from "./deal-refusals";
import { taxInputs } from "./tax-inputs";

/** The lines that may be stated by hand: each tax and each government fee of the deal's own rule, of a sale and of a lease. */
export function statableLines(deal: Parameters<typeof taxInputs>[0]): Set<string> {
  const { tax, governmentFees } = taxInputs(deal);
  const taxes = [...tax.components, ...(tax.lease.onPrice ?? [])].map(({ name }) => taxCode(name));
  const fees = governmentFees.map(({ code }) => `governmentFee.${code}`);
  return new Set([...taxes, ...fees, ...Object.values(leaseTaxCodes)]);
}

/** No tax is more than the vehicle: a point in the wrong place is caught before it is a figure. */
const mostTax = ({ vehicle }: DealContext): Cents => vehicle.sellingPrice;

export function lineCanBeStated(
  deal: DealContext,
  { code, amount }: DealEventOf<"taxes.lineOverridden">,
): Refusal | null {
  if (!deal.vehicle.vehicle) return refuse("noVehicle");
  if (!statableLines(deal).has(code)) return refuse("taxLineUnknown", undefined, "code");
  return amount > mostTax(deal) ? refuse("taxTooHigh", { limit: mostTax(deal) }, "amount") : null;
}

export const overrideIsThere = (
  { taxes }: DealContext,
  { code }: DealEventOf<"taxes.overrideRemoved">,
): Refusal | null =>
  taxes.overrides.some((override) => override.code === code) ? null : refuse("taxLineUnknown", undefined, "code");
