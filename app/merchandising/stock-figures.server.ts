import { assert } from "#machines/assert";
import { type NumbersFrom, worksheetInputs } from "#machines/deal/deal-worksheet";
import { dealFigures, type DealFigures } from "#machines/desking/deal-figures";
import type { WorksheetInputs } from "#machines/desking/worksheet-inputs";
import { pageDeal, publicSnapshot } from "./page-deal.server";
import { derived, ofVehicle, type StockBoard } from "./stock-board.server";
import type { StockVehicle } from "./stock-vehicle.server";

/**
 * The customer's card of the deal that this vehicle's page would start. Starting one deal and giving it one vehicle
 * after another is the same as starting each: but for the vehicle a new deal depends on the store alone.
 */
export const dealOf = (board: StockBoard, vehicle: StockVehicle): NumbersFrom =>
  ofVehicle(vehicle, "deal", () => {
    const started = derived(board, "startedDeal", () => pageDeal(vehicle, board.policy, board.today));
    const snapshot = publicSnapshot(vehicle, board.policy, board.today);
    // As a deal starts: this vehicle's first lease, else the store's.
    const lease = vehicle.facts.residuals[0] ?? board.policy.leaseTerms[0];
    return {
      ...started,
      vehicle: { ...started.vehicle, vehicle: snapshot, sellingPrice: vehicle.sellingPrice },
      finance: {
        ...started.finance,
        leaseTermMonths: lease?.termMonths ?? 0,
        milesPerYear: lease?.milesPerYear ?? 0,
      },
    };
  });

/** What the desk's core is asked about this vehicle while the shopper has said nothing. */
export const stockInputs = (board: StockBoard, vehicle: StockVehicle): WorksheetInputs =>
  ofVehicle(vehicle, "inputs", () => {
    const inputs = worksheetInputs(dealOf(board, vehicle));
    assert(inputs, "a page is about a vehicle");
    return inputs;
  });

/** Price, taxes and balance, without the columns: what lists are made of. */
export const stockFigures = (board: StockBoard, vehicle: StockVehicle): DealFigures =>
  ofVehicle(vehicle, "figures", () => dealFigures(stockInputs(board, vehicle)));

/** The honest total that every list is filtered and ordered by. */
export const totalPriceOf = (board: StockBoard, vehicle: StockVehicle) =>
  stockFigures(board, vehicle).price.advertisedTotal;
