import { contextOf, type DealState } from "#machines/deal/apply-deal-event";
import { openApprovals } from "#machines/deal/approval";
import type { DealEventOf, DealEventType } from "#machines/deal/deal-events";
import { planOf } from "#machines/deal/deal-terms";
import { paymentMethods } from "#machines/stages/finance";
import { cents } from "#machines/money/cents";
import { ppm } from "#machines/money/rate";
import { acceptanceOf, proposalOn } from "#tests/support/a-pencil";

type Makers = { [Type in DealEventType]: (n: number, state: DealState) => Omit<DealEventOf<Type>, "type"> | null };
type DeskType = Extract<DealEventType, `${"pencil" | "scenario" | "approval"}.${string}` | "finance.docFeeWaived">;

const oneOf = <T>(list: readonly T[], n: number): T => list[n % list.length]!;
const untyped = <Event extends { type: string }>(event: Event): Omit<Event, "type"> => {
  const { type: _, ...rest } = event;
  return rest;
};

/** Terms that a customer might be proposed; `n` varies price, cash, term and way of paying. */
const termsFor = (n: number): Parameters<typeof proposalOn>[1] => ({
  sellingPrice: cents(3_699_500 - (n % 5) * 20_000),
  cashDown: cents((n % 7) * 100_000),
  termMonths: oneOf([48, 60, 72], n),
  method: oneOf(paymentMethods, n),
  contractRate: null,
  docFeeWaived: cents((n % 3) * 10_000),
});

const newestPencil = (state: DealState) => contextOf(state).pencils.list.at(-1);
const pencilNumber = (n: number, state: DealState) => {
  const number = contextOf(state).pencils.list.length;
  return number === 0 ? null : n % 4 === 0 ? Math.max(1, number - 1) : number;
};
const aPin = (n: number, state: DealState) => {
  const { pinned } = contextOf(state).scenarios;
  return pinned.length === 0 ? null : { pin: oneOf(pinned, n).pin };
};
const aRequest = (n: number, state: DealState) => {
  const open = openApprovals(contextOf(state).approvals);
  return open.length === 0 ? null : oneOf(open, n);
};

/** For every event of the desk one that often fits the deal. */
export const deskMakers: Pick<Makers, DeskType> = {
  "finance.docFeeWaived": (n) => ({ docFeeWaived: cents((n % 4) * 10_000) }),
  "scenario.pinned": (n, state) => ({
    ...planOf(contextOf(state)),
    name: `Plan ${n % 9}`,
    method: oneOf(paymentMethods, n),
    termMonths: oneOf([48, 60, 72, 84], n),
    cashDown: cents((n % 5) * 150_000),
  }),
  "scenario.unpinned": aPin,
  "scenario.adopted": aPin,
  "approval.requested": (n) => {
    const asks = [
      { kind: "sellingPrice", asked: 3_600_000 - (n % 10) * 10_000 },
      { kind: "termMonths", asked: 84 },
      { kind: "docFeeWaiver", asked: 10_000 + (n % 5) * 1_000 },
      { kind: "contractRate", asked: Number(ppm(46_000 + (n % 12) * 1_000)), reason: "competingOffer" },
      { kind: "pencil", asked: null },
    ] as const;
    return { ...oneOf(asks, n), terms: null, note: `Wanted ${n}` };
  },
  "approval.granted": (n, state) => {
    const asked = aRequest(n, state);
    return asked && asked.asked !== null ? { number: asked.number, granted: asked.asked, note: "" } : null;
  },
  "approval.refused": (n, state) => {
    const asked = aRequest(n, state);
    return asked && { number: asked.number, note: "Not this week" };
  },
  "pencil.proposed": (n, state) => {
    const open = openApprovals(contextOf(state).approvals).find(({ kind }) => kind === "pencil");
    const proposal = proposalOn(state, termsFor(n), { answers: n % 2 === 0 ? (open?.number ?? null) : null });
    return proposal && untyped(proposal);
  },
  "pencil.accepted": (_n, state) => {
    const pencil = newestPencil(state);
    return pencil ? untyped(acceptanceOf(pencil)) : null;
  },
  "pencil.countered": (n, state) => {
    const number = pencilNumber(n, state);
    return number === null ? null : { number, targetPayment: cents(40_000 + n), cashDown: null, note: "" };
  },
  "pencil.declined": (n, state) => {
    const number = pencilNumber(n, state);
    return number === null ? null : { number, note: "" };
  },
  "pencil.withdrawn": (n, state) => {
    const number = pencilNumber(n, state);
    return number === null ? null : { number };
  },
  "pencil.expired": (n, state) => {
    const number = pencilNumber(n, state);
    return number === null ? null : { number };
  },
};
