import { applyDealEvent, contextOf, statusesOf } from "#machines/deal/apply-deal-event";
import type { NumbersFrom } from "#machines/deal/deal-worksheet";
import { projectDeal } from "#machines/deal/project-deal";
import { cents, noCents } from "#machines/money/cents";
import { addDays, type PlainDate } from "#machines/money/plain-date";
import type { StorePolicy } from "#machines/store/store-policy";
import type { VehicleSnapshot } from "#machines/store/vehicle-snapshot";
import type { PaymentWish } from "./payment-wish";
import type { PaymentPlace } from "./place-taxes.server";
import type { StockVehicle } from "./stock-vehicle.server";

/** The page has never read what the car cost the store; no figure of a customer's card depends on it. */
const unread: VehicleSnapshot["cost"] = {
  invoice: noCents,
  vehicleCost: noCents,
  pack: noCents,
  recon: noCents,
  holdback: noCents,
};

/** A vehicle as a deal would pin it today, without what it cost the store. */
export function publicSnapshot(
  vehicle: StockVehicle,
  policy: Pick<StorePolicy, "priceGuaranteeDays">,
  today: PlainDate,
): Omit<VehicleSnapshot, "cost"> {
  const { facts } = vehicle;
  return {
    stockNumber: vehicle.stockNumber,
    vin: vehicle.vin,
    condition: vehicle.condition,
    year: vehicle.year,
    make: vehicle.make,
    model: vehicle.model,
    trim: vehicle.trim,
    body: vehicle.body,
    fuel: vehicle.fuel,
    drivetrain: vehicle.drivetrain,
    colour: vehicle.colour,
    interior: facts.interior,
    mileage: vehicle.mileage,
    msrp: facts.msrp,
    advertisedPrice: vehicle.sellingPrice,
    priceGoodThrough: addDays(today, policy.priceGuaranteeDays),
    addOns: facts.addOns,
    incentives: facts.incentives,
    residuals: facts.residuals,
  };
}

/** The customer's card of the deal that this page would start: its figures are the page's figures. */
export function pageDeal(vehicle: StockVehicle, policy: StorePolicy, today: PlainDate): NumbersFrom {
  const started = applyDealEvent(
    null,
    {
      type: "deal.started",
      dealId: "page",
      dealNumber: "page",
      startedFrom: "vehiclePage",
      contractDate: today,
      store: policy,
      vehicle: { ...publicSnapshot(vehicle, policy, today), cost: unread },
    },
    { revision: 1, at: `${today}T12:00:00.000Z`, by: { kind: "system", id: "page", role: "system", firstName: null } },
  );
  return { ...projectDeal(contextOf(started), "customer"), kept: statusesOf(started).kept };
}

/** The same deal after the shopper has said how they would pay, how their credit is and what they bring. */
export function withWish(
  deal: NumbersFrom,
  wish: PaymentWish,
  { creditBand, place }: { creditBand: string; place: PaymentPlace },
): NumbersFrom {
  const { tradeValue, tradeOwed } = wish;
  const ownEstimate = tradeValue > 0 ? { value: cents(tradeValue), owed: cents(tradeOwed) } : null;
  return {
    ...deal,
    trade: { ...deal.trade, ownEstimate },
    taxes: place.taxes ?? deal.taxes,
    finance: {
      ...deal.finance,
      method: wish.method,
      termMonths: wish.termMonths,
      cashDown: cents(wish.cashDown),
      creditBand,
      leaseTermMonths: wish.leaseTermMonths,
      milesPerYear: wish.milesPerYear,
    },
  };
}
