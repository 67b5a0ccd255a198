import { taxLineName } from "#app/deal-card/taxes/tax-sentence";
import type { MoneyLine } from "#machines/desking/worksheet";

const productNames: Record<string, string> = {
  vsc: "Vehicle service contract",
  gap: "GAP waiver",
  tireAndWheel: "Tire and wheel protection",
  maintenance: "Prepaid maintenance",
  appearance: "Appearance protection",
  theft: "Theft protection",
  key: "Key replacement",
  windshield: "Windshield protection",
  leaseWear: "Lease wear protection",
};

/** A line as the form words it; the core's own English label where it is already a name. */
export const lineName = ({ code, label }: MoneyLine): string =>
  code.startsWith("tax.") ? taxLineName(code, label, "en") : (productNames[label] ?? label);
