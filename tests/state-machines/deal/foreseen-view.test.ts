import * as fc from "#tests/support/seeded-fast-check";
import { describe, expect, it, vi } from "vitest";
import { type DealState, lifeOf } from "#machines/deal/apply-deal-event";
import type { DealEdit } from "#machines/deal/deal-events";
import { type DealView, numbersFrom } from "#machines/deal/deal-view";
import { dealWorksheet } from "#machines/deal/deal-worksheet";
import { foreseenView, isForeseeable } from "#machines/deal/foreseen-view";
import { viewOf } from "#machines/deal/view-of-deal";
import { cents } from "#machines/money/cents";
import { audienceOf } from "#machines/store/actor";
import { aDeal } from "#tests/support/a-deal";
import { told } from "#tests/support/judged-deal";
import { anyHistory, legalSteps } from "./any-history";

vi.setConfig({ testTimeout: 60_000 });

const meta = {
  by: { kind: "customer", id: "", role: "customer", firstName: "Theo" },
  at: "2026-11-28T15:00:00.000Z",
} as const;

/** What a person sees of a deal: every figure, every stage, every answer. By-lines are the server's to write. */
function seen(view: DealView) {
  const { vehicle, trade, finance, fni, delivery, people } = view.card;
  const left = Object.keys(view.card.life.stageNotes).toSorted();
  return {
    sheet: dealWorksheet(numbersFrom(view)),
    statuses: view.statuses,
    kept: view.kept,
    answers: { vehicle, trade, finance, fni, delivery, left, customer: people.customer },
  };
}

const edits = (before: DealState, event: { type: string }) =>
  isForeseeable(event as DealEdit) && lifeOf(before) === "open";

describe("[LIVE-12] what a page shows before the answer", () => {
  it("[P11] is what the fold makes of it for whoever says it, in every figure and every stage", () => {
    let compared = 0;
    fc.assert(
      fc.property(anyHistory(30), (history) => {
        for (const { before, after, event, asked } of legalSteps(history)) {
          if (!edits(before, event) || !asked.by || asked.by.kind === "system") continue;
          compared += 1;
          // On the card of whoever says it: nobody else's page has their edit.
          const audience = audienceOf(asked.by);
          const foreseen = foreseenView(viewOf(before, audience), event as DealEdit, meta);
          expect(seen(foreseen)).toEqual(seen(viewOf(after, audience)));
        }
      }),
      { numRuns: 160 },
    );
    expect(compared).toBeGreaterThan(200);
  });

  it("[P11] leaves the revision where it is: nobody agrees to what is not stored", () => {
    const before = viewOf(aDeal(), "customer");
    const after = foreseenView(before, { type: "finance.cashDownSet", cashDown: cents(400_000) }, meta);
    expect(after.card.finance.cashDown).toBe(400_000);
    expect([after.revision, after.numbersRevision]).toEqual([before.revision, before.numbersRevision]);
  });

  it.each<DealEdit>([
    { type: "finance.termsAgreed" },
    { type: "deposit.termsAccepted", amount: cents(50_000), termsVersion: "deposit-2026-01" },
    { type: "stage.confirmed", stage: "finance" },
    { type: "vehicle.swapRequested", stockNumber: "N2614" },
    { type: "deal.freezeRequested" },
  ])("[P11] a commitment or a request shows nothing before it is answered: $type", (edit) => {
    const before = viewOf(aDeal(), "customer");
    expect(foreseenView(before, edit, meta)).toBe(before);
  });

  it("[LIVE-14] nothing is foreseen on a frozen deal", () => {
    const frozen = viewOf(told(aDeal(), { type: "deal.lost", reason: "Bought elsewhere" }), "customer");
    expect(foreseenView(frozen, { type: "finance.cashDownSet", cashDown: cents(1) }, meta)).toBe(frozen);
  });
});
