import type { Cents } from "../money/cents";
import type { Ppm } from "../money/rate";
import type { RateReason } from "../stages/finance";
import type { Approval, LimitedKind } from "./approval";
import { standingFigure } from "./approval";
import type { DealContext } from "./deal-context";
import type { DealEventOf } from "./deal-events";
import { contractRateFor } from "./deal-worksheet";
import type { EventMeta } from "./event-meta";
import { type Change, type EventIn, financeChange } from "./stage-writes";

/** What a request for more authority writes, and the change that a grant of one makes in the same event. */
export function approvalChange(context: DealContext, event: EventIn<"approval">, meta: EventMeta): Change {
  switch (event.type) {
    case "approval.requested":
      return requested(context, event, meta);
    case "approval.granted": {
      const asked = context.approvals.list[event.number - 1];
      const change = answered(context, event.number, "granted", meta, event.note, event.granted);
      return asked && asked.kind !== "pencil"
        ? { ...change, ...grantedChange(context, { ...asked, kind: asked.kind }, event.granted, meta) }
        : change;
    }
    case "approval.refused":
      return answered(context, event.number, "refused", meta, event.note, null);
  }
}

/** The newest request of a kind stands for its asker's earlier ones. */
function requested(
  context: DealContext,
  { kind, asked, terms, note, reason }: DealEventOf<"approval.requested">,
  { by, at }: EventMeta,
): Change {
  const { approvals, vehicle, finance } = context;
  const earlier = approvals.list.map((one): Approval =>
    one.status === "open" && one.kind === kind ? { ...one, status: "superseded" } : one,
  );
  const request: Approval = {
    number: approvals.list.length + 1,
    status: "open",
    kind,
    asked,
    stood: standingFigure(kind, context, contractRateFor(context, finance.termMonths)),
    terms,
    stockNumber: vehicle.vehicle?.stockNumber ?? "",
    termMonths: finance.termMonths,
    note,
    ...(reason && { reason }),
    by,
    at,
    answer: null,
  };
  return { approvals: { list: [...earlier, request] } };
}

/** The figure itself, as the manager who granted it would have set it. */
function grantedChange(
  context: DealContext,
  { kind, reason }: { kind: LimitedKind; reason?: RateReason },
  granted: number,
  meta: EventMeta,
): Change {
  const { vehicle, finance } = context;
  const inFinance = (event: EventIn<"finance">): Change => ({
    finance: { ...finance, ...financeChange(finance, event, meta) },
  });
  switch (kind) {
    case "sellingPrice":
      return { vehicle: { ...vehicle, sellingPrice: granted as Cents } };
    case "contractRate":
      return inFinance({
        type: "finance.contractRateSet",
        contractRate: granted as Ppm,
        ...(reason && { reason }),
      });
    case "termMonths":
      return inFinance({ type: "finance.termChosen", termMonths: granted });
    case "docFeeWaiver":
      return inFinance({ type: "finance.docFeeWaived", docFeeWaived: granted as Cents });
  }
}

function answered(
  { approvals }: DealContext,
  number: number,
  status: "granted" | "refused",
  { by, at }: EventMeta,
  note: string,
  granted: number | null,
): Change {
  const answer = { by, at, note, granted };
  return {
    approvals: { list: approvals.list.map((one) => (one.number === number ? { ...one, status, answer } : one)) },
  };
}
