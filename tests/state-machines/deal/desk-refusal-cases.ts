import { contextOf, type DealState } from "#machines/deal/apply-deal-event";
import type { ApprovalKind } from "#machines/deal/approval";
import type { DealEvent } from "#machines/deal/deal-events";
import type { RefusalCode } from "#machines/deal/deal-refusals";
import { planOf } from "#machines/deal/deal-terms";
import { MOST_PENCILS } from "#machines/deal/pencil-guards";
import { cents } from "#machines/money/cents";
import { ppm } from "#machines/money/rate";
import { aDeal, aVehicle, customer, fniManager, salesManager, salesperson, system } from "#tests/support/a-deal";
import { acceptanceOf, aProposal, pencilled } from "#tests/support/a-pencil";
import { type Asked, followedBy, told } from "#tests/support/judged-deal";

interface Case extends Asked {
  code: RefusalCode;
  rule: string;
  event: DealEvent;
  deal?: DealState;
  params?: Record<string, string | number>;
}

const deal = aDeal();
/** What the server resolves is judged as the person's who asked. */
const at = "2026-11-28T15:10:00.000Z";
const ask = (kind: ApprovalKind, asked: number | null): DealEvent => ({
  type: "approval.requested",
  kind,
  asked,
  terms: null,
  note: "",
});
const grant = (number: number, granted = 3_600_000): DealEvent => ({
  type: "approval.granted",
  number,
  granted,
  note: "",
});
const asking = told(deal, { event: ask("sellingPrice", 3_600_000), by: salesperson });
const refusedOnce = told(asking, { event: { type: "approval.refused", number: 1, note: "" }, by: salesManager });
const swap: DealEvent = { type: "vehicle.swapped", vehicle: aVehicle({ stockNumber: "V2" }) };
const wanted = told(deal, {
  event: { type: "approval.requested", kind: "pencil", asked: null, terms: null, note: "560 a month" },
  by: salesperson,
});

const proposed = pencilled(deal, { cashDown: cents(400_000) });
const pencil = contextOf(proposed).pencils.list[0]!;
const accept = acceptanceOf(pencil);
const decline: DealEvent = { type: "pencil.declined", number: 1, note: "" };
const plan = (state: DealState, name: string, cashDown: number): DealEvent => ({
  type: "scenario.pinned",
  ...planOf(contextOf(state)),
  name,
  cashDown: cents(cashDown),
});
const pinned = (count: number) =>
  told(
    deal,
    ...Array.from({ length: count }, (_, at) => ({ event: plan(deal, `Plan ${at}`, at * 100_000), by: customer })),
  );

/** As many of one event as a deal holds, unjudged: a journal is replayed. */
const repeated = (count: number, next: (state: DealState) => DealEvent, by = salesManager) =>
  Array.from({ length: count }).reduce<DealState>((state) => followedBy(state, next(state), { by }), deal);

/** Every refusal of pencils, requests, limits and pinned plans. */
export const deskRefusalCases: Case[] = [
  {
    rule: "N6",
    code: "termBeyondAuthority",
    event: { type: "finance.termChosen", termMonths: 84 },
    by: salesperson,
    params: { count: 72 },
  },
  {
    rule: "N6",
    code: "rateBeyondAuthority",
    deal: aDeal({ store: { rateCapOverBuyRate: ppm(40_000) } }),
    event: { type: "finance.contractRateSet", contractRate: ppm(80_000), reason: "competingOffer" },
    by: fniManager,
    params: { limit: 74_900 },
  },
  { rule: "N9", code: "rateNotOffered", event: ask("contractRate", 1_000), by: salesperson },
  {
    rule: "N6",
    code: "feeBeyondAuthority",
    event: { type: "finance.docFeeWaived", docFeeWaived: cents(1) },
    by: salesperson,
    params: { limit: 0 },
  },
  {
    rule: "N6",
    code: "docFeeWaiverTooHigh",
    event: { type: "finance.docFeeWaived", docFeeWaived: cents(36_771) },
    by: salesManager,
    params: { limit: 36_770 },
  },

  { rule: "N7", code: "approvalNotNeeded", event: ask("sellingPrice", 3_660_000), by: salesperson },
  { rule: "N7", code: "approvalEmpty", event: ask("sellingPrice", null), by: salesperson },
  { rule: "N8", code: "noApproval", event: grant(1), by: salesManager },
  {
    rule: "N8",
    code: "approvalAnswered",
    deal: refusedOnce,
    event: grant(1),
    by: fniManager,
    params: { name: "Marcus" },
  },
  {
    rule: "N8",
    code: "approvalOutdated",
    deal: told(asking, { event: swap, by: system }),
    event: grant(1),
    by: salesManager,
  },
  { rule: "N8", code: "approvalNeedsPencil", deal: wanted, event: grant(1), by: salesManager },
  {
    rule: "N8",
    code: "approvalsFull",
    deal: repeated(100, () => ask("sellingPrice", 3_600_000), salesperson),
    event: ask("sellingPrice", 3_600_000),
    by: salesperson,
  },

  { rule: "N5", code: "noPencil", event: decline },
  { rule: "N4", code: "pencilExpired", deal: proposed, event: accept, at: pencil.expiresAt },
  { rule: "N2", code: "pencilSuperseded", deal: pencilled(proposed), event: accept },
  {
    rule: "N5",
    code: "pencilWithdrawn",
    deal: told(proposed, { event: { type: "pencil.withdrawn", number: 1 }, by: salesperson }),
    event: accept,
  },
  { rule: "N5", code: "pencilAnswered", deal: told(proposed, decline), event: accept },
  {
    rule: "N4",
    code: "pencilStale",
    deal: told(proposed, { event: { type: "finance.creditBandStated", creditBand: "fair" }, by: customer }),
    event: accept,
  },
  { rule: "N1", code: "pencilOvertaken", deal: proposed, event: aProposal(deal), by: salesManager, at },
  {
    rule: "N1",
    code: "pencilsFull",
    deal: repeated(MOST_PENCILS, (state) => aProposal(state)),
    event: aProposal(repeated(MOST_PENCILS, (state) => aProposal(state))),
    by: salesManager,
    at,
  },
  {
    rule: "N5",
    code: "counterEmpty",
    deal: proposed,
    event: { type: "pencil.countered", number: 1, targetPayment: null, cashDown: null, note: "" },
  },

  {
    rule: "N11",
    code: "scenariosFull",
    deal: pinned(4),
    event: plan(deal, "Fifth", 900_000),
    by: customer,
    params: { count: 4 },
  },
  { rule: "N11", code: "scenarioPinned", deal: pinned(1), event: plan(deal, "Again", 0), by: customer },
  { rule: "N11", code: "noScenario", event: { type: "scenario.unpinned", pin: 2 }, by: customer },
];
