import { contextOf, statusesOf } from "#machines/deal/apply-deal-event";
import type { DealEvent } from "#machines/deal/deal-events";
import type { RefusalCode } from "#machines/deal/deal-refusals";
import { isPromise, promiseOfDeal } from "#machines/deal/promise-of-deal";
import { MOST_PROMISES } from "#machines/deal/promise-slice";
import { assert } from "#machines/assert";
import { cents } from "#machines/money/cents";
import { plainDate } from "#machines/money/plain-date";
import { aDeal, customer } from "#tests/support/a-deal";
import { type Asked, followedBy } from "#tests/support/judged-deal";

interface Case extends Asked {
  code: RefusalCode;
  rule: string;
  event: DealEvent;
  deal?: ReturnType<typeof aDeal>;
  params?: Record<string, string | number>;
}

/** The promise that this deal would give on a day. */
export function keptBy(deal: ReturnType<typeof aDeal>, number = "P-0000-0001", keptOn = "2026-11-28") {
  const stamp = { number, keptOn: plainDate(keptOn), inputsHash: "0".repeat(64) };
  const content = promiseOfDeal({ ...contextOf(deal), kept: statusesOf(deal).kept }, stamp);
  assert(isPromise(content), "the deal's figures can be promised");
  return { type: "promise.kept", content } as const;
}

const deal = aDeal();
const full = Array.from({ length: MOST_PROMISES }, (_, index) => `P-0000-00${10 + index}`).reduce(
  (state, number) => followedBy(state, keptBy(state, number)),
  deal,
);
const kept = followedBy(deal, keptBy(deal));
const moved = followedBy(deal, { type: "finance.cashDownSet", cashDown: cents(0) }, { by: customer });
const other = aDeal({ vehicle: { stockNumber: "U9" } });
const late = keptBy(deal);

/** Price promises: each refusal on the deal that gives it. */
export const promiseRefusalCases: Case[] = [
  {
    rule: "PP1",
    code: "promisePriceExpired",
    deal,
    event: { ...late, content: { ...late.content, goodThrough: plainDate("2026-11-27") } },
  },
  { rule: "PP1", code: "promiseOutdated", deal: other, event: keptBy(deal) },
  {
    rule: "PP1",
    code: "promisesFull",
    deal: full,
    event: keptBy(full, "P-0000-0099"),
    params: { count: MOST_PROMISES },
  },
  {
    rule: "PP4",
    code: "promiseUnknown",
    deal: moved,
    event: { type: "promise.differencesAcknowledged", number: "P-0000-0001", key: "docFee:1:2" },
  },
  {
    rule: "PP4",
    code: "promiseOutdated",
    deal: kept,
    event: { type: "promise.differencesAcknowledged", number: "P-0000-0001", key: "docFee:1:2" },
  },
];
