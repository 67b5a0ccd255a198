import { deliveryIsComplete } from "../stages/delivery";
import { depositIsComplete } from "../stages/deposit";
import { financeIsComplete } from "../stages/finance";
import { type EligibilityFacts, fniIsComplete } from "../stages/fni";
import type { StageName } from "../stages/stage";
import { tradeIsComplete } from "../stages/trade";
import { vehicleIsComplete } from "../stages/vehicle";
import { tradePosition } from "../desking/trade-equity";
import { menuOf } from "./menu-catalog";
import { creditedTrades, describedTrades } from "./deal-trades";
import type { CustomerCard } from "./project-deal";

type FactsFrom = Pick<
  CustomerCard,
  "identity" | "store" | "vehicle" | "trade" | "furtherTrades" | "finance" | "fni" | "delivery" | "life"
>;

/**
 * What F&I eligibility is judged by. Loan-to-value here is before taxes and products:
 *
 *     (selling price + add-ons − allowance + payoff − cash down) ÷ selling price
 *
 * so that answering one product never changes whether another is offered. As on the worksheet, a trade counts once
 * it has an allowance and while it is not left out; a left-out stage is one with a note of who left it.
 */
export function eligibilityFacts(card: FactsFrom): EligibilityFacts | null {
  const { identity, vehicle, finance, life, fni } = card;
  if (!vehicle.vehicle) return null;
  const addOns = vehicle.vehicle.addOns.reduce((total, addOn) => total + addOn.price, 0);
  const trades = life.stageNotes.trade ? [] : creditedTrades(card, !life.stageNotes.delivery);
  const equity = tradePosition(trades).equity;
  const owed = vehicle.sellingPrice + addOns - equity - finance.cashDown;
  return {
    vehicle: vehicle.vehicle,
    method: finance.method,
    contractYear: Number(identity.contractDate.slice(0, 4)),
    termMonths: finance.method === "lease" ? finance.leaseTermMonths : finance.termMonths,
    ...(fni.needs && { needs: fni.needs }),
    loanToValue:
      finance.method === "cash" || vehicle.sellingPrice === 0
        ? null
        : Math.round((Math.max(owed, 0) * 1_000_000) / vehicle.sellingPrice),
  };
}

type CompletenessFrom = Pick<
  CustomerCard,
  "identity" | "store" | "vehicle" | "trade" | "furtherTrades" | "finance" | "fni" | "deposit" | "delivery" | "life"
>;

/** Every car that was described is settled, and there is at least one. */
const tradesAreComplete = (card: Pick<CustomerCard, "trade" | "furtherTrades">) => {
  const cars = describedTrades(card);
  return cars.length > 0 && cars.every(({ trade }) => tradeIsComplete(trade));
};

/** A contract names its buyer in full, with the address the car is registered at. */
export const buyerIsNamed = ({ firstName, lastName, city }: CustomerCard["people"]["customer"]) =>
  // The city stands for the address: it is the part of it that everybody at the table sees.
  firstName !== "" && lastName !== "" && city !== "";

/** Has the stage everything the contract needs of it? The one place that answers. */
export function isComplete(card: CompletenessFrom, stage: StageName): boolean {
  switch (stage) {
    case "vehicle":
      return vehicleIsComplete(card.vehicle);
    case "trade":
      return tradesAreComplete(card);
    case "finance":
      return financeIsComplete(card.finance);
    case "fni": {
      const facts = eligibilityFacts(card);
      return facts !== null && fniIsComplete(card.fni, menuOf(card), facts);
    }
    case "deposit":
      return depositIsComplete(card.deposit);
    case "delivery":
      return deliveryIsComplete(card.delivery);
  }
}
