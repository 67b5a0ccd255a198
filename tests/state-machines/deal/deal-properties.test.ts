import { movesNumbers } from "#machines/deal/quiet-events";
import * as fc from "#tests/support/seeded-fast-check";
import { describe, expect, test, vi } from "vitest";
import {
  applyDealEvent,
  contextOf,
  type DealState,
  revisionRefusal,
  statusesOf,
} from "#machines/deal/apply-deal-event";
import { headlineNumbers } from "#machines/deal/deal-changes";
import { eligibilityFacts } from "#machines/deal/deal-completeness";
import type { DealEventType } from "#machines/deal/deal-events";
import { parseStoredEvent } from "#machines/deal/stored-deal";
import { numbersFrom } from "#machines/deal/deal-view";
import { viewOf } from "#machines/deal/view-of-deal";
import { dealWorksheet, worksheetInputs } from "#machines/deal/deal-worksheet";
import type { MoneyLine, Worksheet } from "#machines/desking/worksheet";
import { addDays, addMonths, plainDate } from "#machines/money/plain-date";
import { ineligibility } from "#machines/stages/fni";
import { stageNames } from "#machines/stages/stage";
import { actorRef } from "#machines/store/actor";
import { aDeal } from "#tests/support/a-deal";
import { fniEvents, followedBy, refusalOf, termsAgreed, told } from "#tests/support/judged-deal";
import { anEventOf, anyHistory, endOf, eventTypes, legalSteps, startOf } from "./any-history";

// Each takes a fraction of a second; the limit is for a machine that is busy with something else.
vi.setConfig({ testTimeout: 30_000 });

const viewed = (state: DealState) => viewOf(state, "customer");
const sheets = new WeakMap<DealState, string>();
const sheetOf = (state: DealState) => dealWorksheet(numbersFrom(viewed(state)));
/** The whole worksheet as one string; worked out once for each state. */
function figuresOf(state: DealState): string {
  const known = sheets.get(state) ?? JSON.stringify(sheetOf(state));
  sheets.set(state, known);
  return known;
}
const inputsOf = (state: DealState) => worksheetInputs(numbersFrom(viewed(state)));
const headline = (state: DealState) => headlineNumbers(viewed(state));
const total = (lines: readonly MoneyLine[]) => lines.reduce((sum, { amount }) => sum + amount, 0);

/** An estimate and an open offer, a product, a home delivery: each worth money, each left out. */
function leftOutWithAnswers(): DealState {
  const made = (type: DealEventType, n: number) => anEventOf(type, n, aDeal())!;
  const home = { type: "delivery.methodChosen", method: "home" } as const;
  const answers = [made("trade.described", 0), made("trade.valued", 7), made("trade.offerMade", 3)];
  const state = told(aDeal(), ...answers, fniEvents("accepted")[0]!, home, made("delivery.addressGiven", 1));
  return told(state, ...stageNames.map((stage) => ({ type: "stage.skipped", stage, reason: "notWanted" }) as const));
}

function expectFooted(sheet: Worksheet) {
  expect(JSON.stringify(sheet)).not.toMatch(/NaN|Infinity/);
  for (const figure of Object.values(sheet))
    if (typeof figure === "number") expect(Number.isSafeInteger(figure)).toBe(true);
  const { cash, finance, lease, chosen } = sheet;
  if (cash.ok) expect(total(cash.lines)).toBe(cash.dueAtDelivery);
  if (finance.ok) {
    expect(total(finance.lines)).toBe(finance.amountFinanced);
    expect(total(finance.signingLines)).toBe(finance.cashDueAtSigning);
    expect(finance.amountFinanced + finance.financeCharge).toBe(finance.totalOfPayments);
  }
  if (lease.ok) {
    expect(total(lease.lines)).toBe(lease.adjustedCapCost);
    expect(total(lease.signingLines)).toBe(lease.cashDueAtSigning);
  }
  const result = sheet.summaryLines.findIndex(({ code }) => code === "amountFinanced");
  if (chosen.ok && chosen.method === "finance")
    expect(total(sheet.summaryLines.slice(0, result))).toBe(sheet.summaryLines[result]!.amount);
}

describe("along any legal history", () => {
  test("[D2] [W1] [W2] revisions count by one, and every column foots or says why not", () => {
    fc.assert(
      fc.property(anyHistory(40), (history) => {
        for (const { before, after } of legalSteps(history)) {
          expect(after.revision).toBe(before.revision + 1);
          expect(after.numbersRevision).toBeLessThanOrEqual(after.revision);
          expectFooted(sheetOf(after)!);
        }
      }),
      { numRuns: 6 },
    );
  });

  test("[D2] the journal, parsed again from its JSON, folds to the same deal", () => {
    fc.assert(
      fc.property(anyHistory(40), (history) => {
        const steps = legalSteps(history);
        let state = startOf(history);
        for (const { event, asked, after } of steps) {
          const again = parseStoredEvent(JSON.parse(JSON.stringify(event)));
          const at = new Date(Date.parse("2026-11-28T15:00:00.000Z") + after.revision * 10_000).toISOString();
          state = applyDealEvent(state, again, { revision: after.revision, at, by: actorRef(asked.by!) });
          expect(statusesOf(state)).toEqual(statusesOf(after));
        }
        expect(contextOf(state)).toEqual(contextOf(endOf(history)));
      }),
      { numRuns: 8 },
    );
  });

  test("[D3] where no number is said to have moved, the worksheet is made from the same", () => {
    fc.assert(
      fc.property(anyHistory(40), (history) => {
        for (const { before, after } of legalSteps(history))
          if (after.numbersRevision === before.numbersRevision) expect(inputsOf(after)).toEqual(inputsOf(before));
      }),
      { numRuns: 12 },
    );
  });

  test("[D3] a quiet event never moves a headline figure, whatever the deal", () => {
    const quiet = eventTypes.filter((type) => !movesNumbers(type));
    expect(quiet.length).toBeGreaterThan(10);
    fc.assert(
      fc.property(anyHistory(20), fc.nat(1_000), (history, n) => {
        const state = endOf(history);
        const sheet = figuresOf(state);
        for (const type of quiet) {
          const event = anEventOf(type, n, state);
          if (!event || refusalOf(state, event)) continue;
          expect(figuresOf(followedBy(state, event)), type).toBe(sheet);
        }
      }),
      { numRuns: 8 },
    );
  });

  test("[D3] nor where every stage holds something and is left out, which any taking up would count again", () => {
    const left = leftOutWithAnswers();
    const sheet = figuresOf(left);
    for (const type of eventTypes.filter((name) => !movesNumbers(name)))
      for (let n = 0; n < 6; n++) {
        const event = anEventOf(type, n, left);
        if (event) expect(figuresOf(followedBy(left, event)), type).toBe(sheet);
      }
  });

  test("[D3] a commitment of an older revision stands exactly until a figure moves", () => {
    fc.assert(
      fc.property(anyHistory(30), (history) => {
        for (const { before, after, event } of legalSteps(history)) {
          const seen = revisionRefusal(after, termsAgreed.type, before.revision)?.code;
          if (figuresOf(before) !== figuresOf(after)) expect(seen, event.type).toBe("numbersMoved");
          if (!movesNumbers(event.type)) expect(seen, event.type).toBeUndefined();
        }
      }),
      { numRuns: 8 },
    );
  });

  test("[F5] where finance is complete, the customer agreed to exactly these figures", () => {
    fc.assert(
      fc.property(anyHistory(50), (history) => {
        const from = startOf(history);
        let agreedTo: unknown = statusesOf(from).statuses.finance === "complete" ? headline(from) : null;
        for (const { event, after, asked } of legalSteps(history)) {
          const agrees =
            event.type === "finance.termsAgreed" ||
            event.type === "pencil.accepted" ||
            (event.type === "stage.confirmed" && event.stage === "finance");
          if (agrees) {
            expect(asked.by?.kind).toBe("customer");
            agreedTo = headline(after);
          }
          if (statusesOf(after).statuses.finance === "complete") expect(headline(after)).toEqual(agreedTo);
        }
      }),
      { numRuns: 15 },
    );
  });

  test("[S2] a recheck erases nothing: other stages' events leave a stage's answers alone", () => {
    const own = { vehicle: "vehicle", trade: "trade", finance: "finance", fni: "fni", deposit: "deposit" } as const;
    // What they state is the answer itself: a pencil's terms, a plan's, what a manager granted.
    const structures = new Set<string>([
      "pencil.accepted",
      "scenario.adopted",
      "approval.granted",
      "credit.prequalified",
      "credit.chosen",
    ]);
    fc.assert(
      fc.property(anyHistory(40), (history) => {
        for (const { before, after, event } of legalSteps(history)) {
          const [was, is] = [contextOf(before), contextOf(after)];
          for (const slice of Object.keys(own) as (keyof typeof own)[]) {
            if (event.type.startsWith(`${slice}.`) || structures.has(event.type)) continue;
            const agreement = { termsAgreedAtRevision: null };
            expect({ ...is[slice], ...agreement }, `${slice} after ${event.type}`).toEqual({
              ...was[slice],
              ...agreement,
            });
          }
          const delivery = event.type === "deal.lost" ? { ...was.delivery, slot: null } : was.delivery;
          if (!event.type.startsWith("delivery.")) expect(is.delivery).toEqual(delivery);
        }
      }),
      { numRuns: 8 },
    );
  });

  test("[S3] a left-out stage is one with a note, counts for nothing, and counts as before when it is taken up", () => {
    fc.assert(
      fc.property(anyHistory(30), fc.constantFrom("trade", "fni", "delivery" as const), (history, stage) => {
        const state = endOf(history);
        const { kept } = statusesOf(state);
        const leftOut = stageNames.filter((name) => kept[name] === "skipped" || kept[name] === "deferred");
        expect(Object.keys(contextOf(state).life.stageNotes).toSorted()).toEqual(leftOut.toSorted());
        const skip = { type: "stage.skipped", stage, reason: "notWanted" } as const;
        if (leftOut.includes(stage) || refusalOf(state, skip)) return;
        const without = followedBy(state, skip);
        const inputs = worksheetInputs(numbersFrom(viewed(without)))!;
        if (stage === "trade") expect(inputs.trades).toEqual([]);
        if (stage === "fni") expect(inputs.products.every(({ code }) => code === "homeDelivery")).toBe(true);
        if (stage === "delivery") expect(inputs.products.every(({ code }) => code !== "homeDelivery")).toBe(true);
        expect(figuresOf(followedBy(without, { type: "stage.resumed", stage }))).toBe(figuresOf(state));
      }),
      { numRuns: 20 },
    );
  });

  test("[M2] a product that would not help is never charged for", () => {
    fc.assert(
      fc.property(anyHistory(40), (history) => {
        const state = endOf(history);
        const card = numbersFrom(viewed(state));
        const facts = eligibilityFacts(card);
        const charged = worksheetInputs(card)!.products.filter(({ code }) => code !== "homeDelivery");
        for (const { code } of charged) {
          const product = card.store.fniCatalog.find((entry) => entry.code === code)!;
          expect(facts && ineligibility(product, facts)).toBeNull();
        }
      }),
      { numRuns: 15 },
    );
  });
});

describe("[W4] the day of the month", () => {
  test("never moves a payment: the first period is a whole month on every day of four years", () => {
    const view = viewed(aDeal());
    const expected = headlineNumbers(view);
    let date = plainDate("2027-01-01");
    for (let day = 0; day < 4 * 365 + 1; day += date.slice(8) >= "27" || date.slice(8) <= "02" ? 1 : 9) {
      date = addDays(plainDate("2027-01-01"), day);
      const inputs = worksheetInputs({
        ...numbersFrom(view),
        identity: { ...view.card.identity, contractDate: date },
      })!;
      expect(addMonths(inputs.contractDate, 1)).toBe(inputs.finance.firstPaymentDate);
      expect(inputs.finance.firstPaymentDate).toBe(addMonths(date, 1));
    }
    const lastOfJanuary = { ...view.card, identity: { ...view.card.identity, contractDate: plainDate("2027-01-31") } };
    expect(headlineNumbers({ ...view, card: lastOfJanuary })).toEqual(expected);
  });
});
