import type { ChangeCause } from "./change-cause";
import type { DealEventType } from "./deal-events";
import { type DealView, staffFigures } from "./deal-view";

type Params = (was: DealView, is: DealView) => ChangeCause["params"];

/** The pencil that this event was about: the one that is new, or that has another status than before. */
function movedPencil({ card: was }: DealView, { card: is }: DealView) {
  return is.pencils.list.findLast(
    ({ number, status }) => status !== "superseded" && was.pencils.list[number - 1]?.status !== status,
  );
}

const pencilParams: Params = (was, is) => {
  const pencil = movedPencil(was, is);
  const { answer, figures, terms, number } = pencil ?? {};
  return {
    number: number ?? null,
    method: terms?.method ?? null,
    payment: figures?.payment ?? null,
    due: figures?.cashDue ?? null,
    target: answer?.targetPayment ?? null,
    cash: answer?.cashDown ?? null,
    note: answer?.note || null,
  };
};

/** The request that this event was about, as far as its reader knows of requests. */
const approvalParams: Params = (was, is) => {
  const before = staffFigures(was).approvals ?? [];
  const moved = (staffFigures(is).approvals ?? []).findLast(
    ({ number, status }) => status !== "superseded" && before.find((one) => one.number === number)?.status !== status,
  );
  return {
    kind: moved?.kind ?? null,
    asked: moved?.asked ?? null,
    stood: moved?.stood ?? null,
    granted: moved?.answer?.granted ?? null,
    asker: moved?.by?.firstName ?? null,
    note: moved?.answer?.note || moved?.note || null,
  };
};

/** The pinned plan that came or went; of an adopted one the name. */
const scenarioParams: Params = ({ card: was }, { card: is }) => {
  const one = was.scenarios.pinned.find(({ pin }) => !is.scenarios.pinned.some((other) => other.pin === pin));
  const other = is.scenarios.pinned.find(({ pin }) => !was.scenarios.pinned.some((known) => known.pin === pin));
  return { name: (one ?? other)?.name ?? null };
};

const adoptedParams: Params = (_was, { card }) => {
  const { method, termMonths, cashDown, leaseTermMonths, milesPerYear } = card.finance;
  return { method, term: method === "lease" ? leaseTermMonths : termMonths, cash: cashDown, miles: milesPerYear };
};

/** Values of the sentences about pencils, pinned plans, waivers and requests for more authority. */
export const deskCauses: Partial<Record<DealEventType, Params>> = {
  "finance.docFeeWaived": (was, is) => ({
    from: was.card.finance.docFeeWaived,
    to: is.card.finance.docFeeWaived,
  }),
  "scenario.pinned": scenarioParams,
  "scenario.unpinned": scenarioParams,
  "scenario.adopted": adoptedParams,
  "approval.requested": approvalParams,
  "approval.granted": approvalParams,
  "approval.refused": approvalParams,
  "pencil.proposed": pencilParams,
  "pencil.accepted": pencilParams,
  "pencil.countered": pencilParams,
  "pencil.declined": pencilParams,
  "pencil.withdrawn": pencilParams,
  "pencil.expired": pencilParams,
};
