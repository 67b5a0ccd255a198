import type { VehicleSnapshot } from "#machines/store/vehicle-snapshot";
import { pageWorksheet } from "./payment-estimate.server";
import type { PriceStack, PriceStackLine } from "./price-stack";
import type { StockBoard } from "./stock-board.server";
import type { PriceStep, StockVehicle } from "./stock-vehicle.server";

const isForEveryone = ({ eligibility }: VehicleSnapshot["incentives"][number]) => eligibility === "everyone";

/** From the sticker of a new car, or the asking price of a used one, to the one total. The lines add up to it. */
export function priceStack(board: StockBoard, vehicle: StockVehicle): PriceStack {
  const { facts, sellingPrice, condition } = vehicle;
  const sheet = pageWorksheet(board, vehicle);
  const start: PriceStackLine[] =
    condition === "new"
      ? [
          { code: "msrp", amount: facts.msrp },
          ...(sellingPrice === facts.msrp
            ? []
            : [{ code: sellingPrice < facts.msrp ? ("discount" as const) : ("markup" as const), amount: sellingPrice - facts.msrp }]),
        ]
      : [{ code: "price", amount: sellingPrice }];
  return {
    lines: [
      ...start,
      ...facts.incentives
        .filter(isForEveryone)
        .map(({ name, amount }) => ({ code: "rebate" as const, name, amount: -amount })),
      { code: "docFee", amount: board.policy.docFee },
      ...facts.addOns.map(({ name, price }) => ({ code: "addOn" as const, name, amount: price })),
    ],
    total: sheet.totalPrice,
    governmentCharges: sheet.governmentCharges,
    conditional: facts.incentives
      .filter((incentive) => !isForEveryone(incentive))
      .map(({ amount, eligibility }) => ({ amount, eligibility: eligibility as PriceStack["conditional"][number]["eligibility"] })),
    earlier: earlierPrices(board.prices.get(vehicle.stockNumber) ?? []),
  };
}

/** Each price lasted until the next one was asked. */
const earlierPrices = (steps: readonly PriceStep[]): PriceStack["earlier"] =>
  steps.slice(0, -1).map(({ sellingPrice }, index) => ({ sellingPrice, until: steps[index + 1]!.at.toISOString() }));
