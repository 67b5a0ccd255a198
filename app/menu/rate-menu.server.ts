import { randomUUID } from "node:crypto";
import { contextOf } from "#machines/deal/apply-deal-event";
import { tellCredit } from "#app/credit/tell-credit.server";
import { readDealState } from "#app/deals/read-deal.server";
import type { RatingProvider } from "./rating-provider";
import { tableRatings } from "./table-ratings";

/** Asks the providers what the menu's products cost for this very car, and tells the deal. */
export async function rateMenu(dealId: string, provider: RatingProvider = tableRatings): Promise<boolean> {
  const state = await readDealState(dealId);
  const vehicle = state && contextOf(state).vehicle.vehicle;
  if (!state || !vehicle) return false;
  const { store, finance, taxes, identity } = contextOf(state);
  const products = await Promise.all(
    store.fniCatalog.map(async (product) => ({
      code: product.code,
      options: await provider.rate({
        product,
        vehicle: {
          vin: vehicle.vin,
          make: vehicle.make,
          year: vehicle.year,
          mileage: vehicle.mileage,
          condition: vehicle.condition,
          msrp: vehicle.msrp,
        },
        region: taxes.garaging?.region ?? store.address.region,
        method: finance.method,
        contractYear: Number(identity.contractDate.slice(0, 4)),
      }),
    })),
  );
  return tellCredit(dealId, `rated:${randomUUID()}`, { type: "fni.rated", source: provider.name, products });
}
