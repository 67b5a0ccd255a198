import type { DealEvent } from "#machines/deal/deal-events";
import type { RefusalCode } from "#machines/deal/deal-refusals";
import { cents } from "#machines/money/cents";
import { aDeal, customer, fniManager, system } from "#tests/support/a-deal";
import { type Asked, followedBy, settled } from "#tests/support/judged-deal";
import { lenderTerms } from "./credit-makers";

interface Case extends Asked {
  code: RefusalCode;
  rule: string;
  event: DealEvent;
  deal?: ReturnType<typeof aDeal>;
  params?: Record<string, string | number>;
}

const sent: DealEvent = { type: "credit.sent", submissionId: "sub-1", lender: "Alder Bank" };
const answer = (over: Partial<Extract<DealEvent, { type: "credit.answered" }>> = {}): DealEvent => ({
  type: "credit.answered",
  submissionId: "sub-1",
  version: 1,
  status: "approved",
  amount: cents(3_000_000),
  termMonths: 72,
  payment: cents(50_000),
  conditions: [],
  expiresAt: "2027-01-15T00:00:00.000Z",
  terms: lenderTerms(),
  ...over,
});
const chosen: DealEvent = { type: "credit.chosen", submissionId: "sub-1" };
const after = (...events: DealEvent[]) =>
  events.reduce((deal, event) => followedBy(deal, event, { by: system }), aDeal({ finance: { method: "finance" } }));

/** Every "no" about credit and the menu's record. */
export const creditRefusalCases: Case[] = [
  { code: "noLenderAnswer", rule: "C6", event: answer(), by: system },
  { code: "noLenderAnswer", rule: "C6", event: answer(), deal: after(sent, answer()), by: system },
  { code: "noLenderAnswer", rule: "C8", event: chosen, deal: after(sent), by: fniManager },
  {
    code: "lenderAnswerExpired",
    rule: "C8",
    event: chosen,
    deal: after(sent, answer({ expiresAt: "2026-11-01T00:00:00.000Z" })),
    by: fniManager,
  },
  {
    code: "notFinanced",
    rule: "C8",
    event: chosen,
    deal: after(sent, answer(), { type: "finance.methodChosen", method: "cash" }),
    by: fniManager,
  },
  { code: "noFlag", rule: "C12", event: { type: "credit.flagResolved", flagId: "flag-9" }, by: fniManager },
  {
    code: "priceAboveList",
    rule: "M8",
    event: {
      type: "fni.priceExceptionSet",
      code: "vscPlus",
      optionCode: "y6m75",
      price: cents(9_999_900),
      reason: "bundled",
    },
    by: fniManager,
  },
  {
    code: "menuNotAnswered",
    rule: "M6",
    event: { type: "fni.menuSigned", signedName: "Theo Marsh", key: "x" },
    by: customer,
  },
  {
    code: "menuMoved",
    rule: "M6",
    event: { type: "fni.menuSigned", signedName: "Theo Marsh", key: "another menu" },
    deal: settled(aDeal()),
    by: customer,
  },
];
