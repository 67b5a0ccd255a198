import type { PlainDate } from "#machines/money/plain-date";
import type { DealResolvers } from "#app/deals/deal-resolvers.server";
import { comparableCars } from "./comparable-cars.server";
import { valueFromComparables } from "./value-from-comparables";

/** The embedded source behind the valuation port: what cars like it bring, here and on the market. */
export const valueTrade: DealResolvers["valuation"] = async ({ rooftopId, description, condition, damage, today }) => {
  const day = today as PlainDate;
  const comparables = await comparableCars(rooftopId, description, day);
  const { year, mileage } = description;
  return valueFromComparables({ year, mileage, condition, damage }, comparables, day);
};
