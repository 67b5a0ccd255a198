import { deliveryIsComplete } from "../stages/delivery";
import { depositIsComplete } from "../stages/deposit";
import { financeIsComplete } from "../stages/finance";
import { type EligibilityFacts, fniIsComplete } from "../stages/fni";
import type { StageName } from "../stages/stage";
import { effectiveAllowance, tradeIsComplete } from "../stages/trade";
import { vehicleIsComplete } from "../stages/vehicle";
import type { CustomerCard } from "./project-deal";

type FactsFrom = Pick<CustomerCard, "identity" | "vehicle" | "trade" | "finance" | "life">;

/**
 * What F&I eligibility is judged by. Loan-to-value here is before taxes and products:
 *
 *     (selling price + add-ons − allowance + payoff − cash down) ÷ selling price
 *
 * so that answering one product never changes whether another is offered. As on the worksheet, a trade counts once
 * it has an allowance and while it is not left out; a left-out stage is one with a note of who left it.
 */
export function eligibilityFacts({ identity, vehicle, trade, finance, life }: FactsFrom): EligibilityFacts | null {
  if (!vehicle.vehicle) return null;
  const addOns = vehicle.vehicle.addOns.reduce((total, addOn) => total + addOn.price, 0);
  const allowance = life.stageNotes.trade ? null : effectiveAllowance(trade);
  const equity = allowance ? allowance.allowance - (trade.lien?.payoff ?? 0) : 0;
  const owed = vehicle.sellingPrice + addOns - equity - finance.cashDown;
  return {
    vehicle: vehicle.vehicle,
    method: finance.method,
    contractYear: Number(identity.contractDate.slice(0, 4)),
    loanToValue:
      finance.method === "cash" || vehicle.sellingPrice === 0
        ? null
        : Math.round((Math.max(owed, 0) * 1_000_000) / vehicle.sellingPrice),
  };
}

type CompletenessFrom = Pick<
  CustomerCard,
  "identity" | "store" | "vehicle" | "trade" | "finance" | "fni" | "deposit" | "delivery" | "life"
>;

/** A contract names its buyer in full, with the address the car is registered at. */
export const buyerIsNamed = ({ firstName, lastName, street }: CustomerCard["people"]["customer"]) =>
  firstName !== "" && lastName !== "" && street !== "";

/** Has the stage everything the contract needs of it? The one place that answers. */
export function isComplete(card: CompletenessFrom, stage: StageName): boolean {
  switch (stage) {
    case "vehicle":
      return vehicleIsComplete(card.vehicle);
    case "trade":
      return tradeIsComplete(card.trade);
    case "finance":
      return financeIsComplete(card.finance);
    case "fni": {
      const facts = eligibilityFacts(card);
      return facts !== null && fniIsComplete(card.fni, card.store.fniCatalog, facts);
    }
    case "deposit":
      return depositIsComplete(card.deposit);
    case "delivery":
      return deliveryIsComplete(card.delivery);
  }
}
