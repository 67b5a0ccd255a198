import { type Cents, minus, negate, noCents, plus, sum } from "../money/cents";
import type { PlainDate } from "../money/plain-date";
import type { StageStatuses } from "../stages/stage";
import { tenderedTotal } from "../stages/tender";
import { returnVerdict, type ReturnVerdict } from "../store/return-policy";
import { depositHeld } from "./balance-due";
import type { DealContext } from "./deal-context";
import type { DealEventOf } from "./deal-events";
import { dayInZone } from "./deal-trades";
import { dealWorksheet, worksheetInputs } from "./deal-worksheet";
import type { EventMeta } from "./event-meta";
import { noReturn, type ReturnedTrades, type ReturnRequest, type ReturnStatement } from "./return-slice";
import type { Change, EventIn } from "./stage-writes";

type ReturnFrom = DealContext & { kept: StageStatuses };

/** The odometer as it stood when the keys were handed over: as read there, else the vehicle's own. */
export const mileageAtHandover = ({ handover, vehicle }: Pick<DealContext, "handover" | "vehicle">): number =>
  handover.odometer ?? vehicle.vehicle?.mileage ?? 0;

/** Judged by the store's policies as the deal has them pinned; null before the keys. */
export function judgedReturn(
  deal: Pick<DealContext, "life" | "store" | "vehicle" | "finance" | "handover">,
  { odometer, asDelivered }: { odometer: number; asDelivered: boolean },
  today: PlainDate,
): ReturnVerdict | null {
  const { life, store, vehicle, finance } = deal;
  if (!life.deliveredAt || !vehicle.vehicle) return null;
  return returnVerdict(store.returns ?? [], {
    deliveredOn: dayInZone(life.deliveredAt, store.timeZone),
    today,
    milesDriven: Math.max(0, odometer - mileageAtHandover(deal)),
    asDelivered,
    condition: vehicle.vehicle.condition,
    method: finance.method,
    sellingPrice: vehicle.sellingPrice,
  });
}

/**
 * What goes back to the customer, or from them, when the whole deal is undone. The loan or the lease is between store
 * and lender, so only what passed between customer and store is in it.
 *
 *     paid in = deposit held + payments at the desk that were kept − what a cash deal paid out to the customer
 *     trades  = equity when the cars are paid out; −payoff when they go back, for the store has paid it; else 0
 *     total   = paid in + trades − restocking − mileage
 *     at desk = total − deposit given back
 *
 * What was due and never brought is not given back. Cents; nothing is rounded here. Worked by hand: $3,000.00 paid in, a trade of $14,500.00 with $9,180.00 owed paid out
 * (equity $5,320.00), $450.00 and $63.00 in fees, is $7,807.00; with a $500.00 deposit, $7,307.00 at the desk.
 */
export function returnStatement(
  deal: ReturnFrom,
  verdict: Extract<ReturnVerdict, { ok: true }>,
  trades: ReturnedTrades,
): ReturnStatement | null {
  const inputs = worksheetInputs(deal);
  const chosen = dealWorksheet(deal)?.chosen;
  if (!inputs || !chosen?.ok) return null;
  const byDeposit = depositHeld(deal.deposit);
  const paidOut = chosen.method === "cash" ? chosen.paidToCustomer : noCents;
  const paidIn = minus(plus(byDeposit, tenderedTotal(deal.tenders)), paidOut);
  const worth = tradesWorth(inputs.trades, trades);
  const { restockingFee, mileageFee, policy } = verdict;
  const total = minus(plus(paidIn, worth), restockingFee, mileageFee);
  return {
    policyCode: policy.code,
    policyName: policy.name,
    paidIn,
    trades: worth,
    restockingFee,
    mileageFee,
    total,
    byDeposit,
    atDesk: minus(total, byDeposit),
  };
}

/** What the customer paid on their old loans at signing is in the cash already, so the cars count without it. */
function tradesWorth(cars: readonly { allowance: Cents; payoff: Cents }[], trades: ReturnedTrades): Cents {
  const payoff = sum(cars.map((car) => car.payoff));
  if (trades === "none") return noCents;
  return trades === "paidOut" ? minus(sum(cars.map(({ allowance }) => allowance)), payoff) : negate(payoff);
}

export function returnsChange(context: DealContext, event: EventIn<"returns">, meta: EventMeta): Change {
  const { request } = context.returns;
  const next = (change: Partial<ReturnRequest>): Change =>
    request ? { returns: { request: { ...request, ...change } } } : {};
  switch (event.type) {
    case "returns.requested":
      return { returns: { request: freshRequest(context, event, meta) } };
    case "returns.withdrawn":
      return next({ status: "withdrawn", answeredAt: meta.at, answeredBy: meta.by });
    case "returns.declined":
      return next({
        status: "declined",
        rule: event.rule,
        declinedBecause: event.reason,
        answeredAt: meta.at,
        answeredBy: meta.by,
      });
    case "returns.accepted":
      return next({
        status: "accepted",
        odometer: event.odometer,
        asDelivered: event.asDelivered,
        trades: event.trades,
        statement: event.statement,
        answeredAt: meta.at,
        answeredBy: meta.by,
        productsCancelled: Object.entries(context.fni.answers).flatMap(([code, { answer }]) =>
          answer === "accepted" ? [code] : [],
        ),
      });
    case "returns.unwound":
      return next({ status: "unwound", unwoundAt: meta.at });
    case "returns.settled":
      return next({
        status: "settled",
        settledAt: meta.at,
        settledBy: meta.by,
        ...(event.method ? { settledMethod: event.method } : {}),
      });
  }
}

function freshRequest(
  context: DealContext,
  event: DealEventOf<"returns.requested">,
  { at, by }: EventMeta,
): ReturnRequest | null {
  const { odometer, reason, asDelivered } = event;
  const today = dayInZone(at, context.store.timeZone);
  const verdict = judgedReturn(context, event, today);
  if (!verdict?.lastDay) return noReturn.request;
  return {
    status: "requested",
    requestedAt: at,
    requestedBy: by,
    reason,
    odometer,
    asDelivered,
    lastDay: verdict.lastDay,
    answeredAt: null,
    answeredBy: null,
    rule: null,
    declinedBecause: "",
    trades: null,
    productsCancelled: [],
    statement: null,
    unwoundAt: null,
    settledAt: null,
  };
}
