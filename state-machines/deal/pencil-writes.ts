import type { Cents } from "../money/cents";
import type { TradeOffer } from "../stages/trade";
import { openApprovals } from "./approval";
import type { DealContext } from "./deal-context";
import type { DealEventOf } from "./deal-events";
import { tradeOf, withTrade } from "./deal-trades";
import type { EventMeta } from "./event-meta";
import type { Pencil, PencilAnswer, PencilStatus } from "./pencil";
import { pencilStatusAt } from "./pencil";
import type { Change, EventIn } from "./stage-writes";

/** What a pencil's event writes: a proposal is added or answered, never changed. */
export function pencilChange(context: DealContext, event: EventIn<"pencil">, meta: EventMeta): Change {
  switch (event.type) {
    case "pencil.proposed":
      return proposed(context, event, meta);
    case "pencil.accepted":
      return accepted(context, event, meta);
    case "pencil.countered": {
      const { note, targetPayment, cashDown } = event;
      return answered(context, event.number, "countered", { ...answer(meta), note, targetPayment, cashDown });
    }
    case "pencil.declined":
      return answered(context, event.number, "declined", { ...answer(meta), note: event.note });
    case "pencil.withdrawn":
      return answered(context, event.number, "withdrawn", answer(meta));
    case "pencil.expired":
      return answered(context, event.number, "expired", null);
  }
}

const answer = ({ by, at }: EventMeta): PencilAnswer => ({
  by,
  at,
  note: "",
  signedName: "",
  targetPayment: null,
  cashDown: null,
});

/** A new proposal takes the place of one that still waits, and settles the request that asked for it. */
function proposed(
  { pencils, approvals }: DealContext,
  event: DealEventOf<"pencil.proposed">,
  { by, at }: EventMeta,
): Change {
  const { type: _, answers, ...said } = event;
  const before = pencils.list.map((pencil): Pencil => {
    const status = pencilStatusAt(pencil, at);
    if (status !== "proposed") return status === pencil.status ? pencil : { ...pencil, status };
    return { ...pencil, status: "superseded" };
  });
  const pencil: Pencil = { ...said, status: "proposed", by, at, answer: null };
  const change: Change = { pencils: { list: [...before, pencil] } };
  const asked = openApprovals(approvals).find(({ number }) => number === answers);
  if (!asked) return change;
  const granted = { ...asked, status: "granted" as const, answer: { by, at, note: "", granted: said.number } };
  return { ...change, approvals: { list: approvals.list.map((one) => (one === asked ? granted : one)) } };
}

/** The whole structure at once, and the customer's agreement to it: nothing may come between two halves of it. */
function accepted(
  context: DealContext,
  { number, signedName }: DealEventOf<"pencil.accepted">,
  meta: EventMeta,
): Change {
  const pencil = context.pencils.list[number - 1];
  const change = answered(context, number, "accepted", { ...answer(meta), signedName });
  if (!pencil) return change;
  const { vehicle, finance } = context;
  const { sellingPrice, allowances, contractRate, ...terms } = pencil.terms;
  const { rateReason } = pencil;
  return {
    ...change,
    vehicle: { ...vehicle, sellingPrice },
    finance: {
      ...finance,
      ...terms,
      contractRateOverride: contractRate,
      ...(contractRate !== null && rateReason && { rateException: { contractRate, reason: rateReason } }),
      termsAgreedAtRevision: meta.revision,
    },
    ...allowances.reduce<Change>((written, { car, allowance }) => {
      const trades = { ...context, ...written };
      const offer = agreedOffer(pencil, car, allowance);
      return { ...written, ...withTrade(trades, car, { ...tradeOf(trades, car), offer }) };
    }, {}),
  };
}

/** The trade's part of an agreed pencil is an offer like any other, made and accepted at once. */
const agreedOffer = ({ number, by, expiresAt }: Pencil, car: number, allowance: Cents): TradeOffer => ({
  offerId: `pencil-${number}-${car}`,
  allowance,
  reasons: [],
  expiresAt,
  note: "",
  conditions: [],
  adjusts: null,
  by,
  answer: "accepted",
  counter: null,
});

function answered({ pencils }: DealContext, number: number, status: PencilStatus, said: PencilAnswer | null): Change {
  return {
    pencils: {
      list: pencils.list.map((pencil) => (pencil.number === number ? { ...pencil, status, answer: said } : pencil)),
    },
  };
}
