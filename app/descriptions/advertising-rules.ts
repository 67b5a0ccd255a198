import type { VehicleGrounds } from "./vehicle-grounds";

/** What a price in an advertisement includes, and what must stand beside it. */
export interface PriceBasis {
  /** Everything the store itself charges is inside. */
  includesStoreFees: boolean;
  docFee: number;
}

export type DisclosureGap =
  "priceBasis" | "stockNumber" | "location" | "expiry" | "allInPrice" | "frenchText" | "buyersGuide";

export interface Advertisement {
  car: VehicleGrounds;
  region: string;
  priceBasis: PriceBasis | null;
  location: string;
  /** Until when the price stands. */
  priceGoodThrough: string | null;
  hasFrenchText: boolean;
}

/** Where the advertised price has to be the whole price but for government's own charges. Counsel confirms the list. */
const ALL_IN_REGIONS = new Set(["QC", "ON", "AB", "MB", "SK", "CA"]);

/**
 * What an advertisement of this car lacks where the store is. A store may not publish while anything stands here: Regulation Z
 * and M trigger terms are no part of it, since a description that names one is refused by the fact check.
 */
export function disclosureGaps(ad: Advertisement): DisclosureGap[] {
  const gaps: DisclosureGap[] = [];
  if (!ad.priceBasis) gaps.push("priceBasis");
  else if (ALL_IN_REGIONS.has(ad.region) && !ad.priceBasis.includesStoreFees) gaps.push("allInPrice");
  if (!ad.car.stockNumber) gaps.push("stockNumber");
  if (!ad.location) gaps.push("location");
  if (!ad.priceGoodThrough) gaps.push("expiry");
  if (ad.region === "QC" && !ad.hasFrenchText) gaps.push("frenchText");
  // FTC Used Car Rule: what the window says of the warranty has to be known before the advertisement is.
  if (ad.car.condition !== "new" && ad.car.warranty === null) gaps.push("buyersGuide");
  return gaps;
}
