import * as fc from "#tests/support/seeded-fast-check";
import { describe, expect, test } from "vitest";
import { applyDealEvent, contextOf, type DealState, lifeOf, statusesOf } from "#machines/deal/apply-deal-event";
import type { DealEvent, DealEventOf } from "#machines/deal/deal-events";
import { withTerms } from "#machines/deal/deal-terms";
import { dealWorksheet } from "#machines/deal/deal-worksheet";
import { nextStep } from "#machines/deal/deal-progress";
import { pencilStatusAt } from "#machines/deal/pencil";
import { pencilFits } from "#machines/deal/pencil-fits";
import { viewOf } from "#machines/deal/view-of-deal";
import { cents } from "#machines/money/cents";
import { ppm } from "#machines/money/rate";
import { actorRef } from "#machines/store/actor";
import {
  acceptanceOf,
  aProposal,
  cardOf,
  figuresNow,
  pencilled,
  proposalOn,
  proposalRefusal,
  termsLike,
} from "#tests/support/a-pencil";
import { aDeal, aVehicle, customer, fniManager, salesManager, salesperson, system } from "#tests/support/a-deal";
import { fniEvents, followedBy, frozen, refusalOf, settled, told, tradeEvents } from "#tests/support/judged-deal";
import { anyHistory, endOf, startOf } from "./any-history";

const deal = aDeal();
const code = (state: DealState, event: DealEvent, asked: Parameters<typeof refusalOf>[2] = {}) =>
  refusalOf(state, event, asked)?.code ?? null;
const pencilIn = (state: DealState, number: number) => contextOf(state).pencils.list[number - 1]!;
const cheaper = { sellingPrice: cents(3_660_000), cashDown: cents(400_000), termMonths: 72 };
const proposed = pencilled(deal, cheaper);
const accept = acceptanceOf(pencilIn(proposed, 1));

describe("[N1] a pencil is numbered, complete and never changed", () => {
  test("it holds its terms, its figures, its author and its expiry", () => {
    const { number, status, by, terms, figures } = pencilIn(proposed, 1);
    expect([number, status, by.firstName]).toEqual([1, "proposed", "Marcus"]);
    expect(terms.sellingPrice).toBe(3_660_000);
    expect(figures).toEqual(figuresNow(told(proposed, accept)));
  });

  test("what a proposal said is the same to the end of the deal, whatever became of it", () => {
    fc.assert(
      fc.property(anyHistory(16), (history) => {
        const end = endOf(history);
        const later = endOf({ ...history, moves: history.moves.slice(0, 12) }, end);
        for (const pencil of contextOf(end).pencils.list) {
          const { status: _, answer: __, ...said } = pencil;
          const { status: ___, answer: ____, ...still } = pencilIn(later, pencil.number);
          expect(still).toEqual(said);
        }
      }),
      { numRuns: 25 },
    );
  });

  test("a number that is not the next one was overtaken", () => {
    const late = aProposal(proposed, cheaper, { number: 1 });
    expect(proposalRefusal(proposed, late)).toBe("pencilOvertaken");
    const broken = aProposal(proposed, cheaper, { seal: { ...aProposal(deal).seal, previousHash: null } });
    expect(proposalRefusal(proposed, broken)).toBe("pencilOvertaken");
  });

  test("figures that the deal does not come to are refused", () => {
    const { figures, ...rest } = aProposal(deal, cheaper);
    const wrong = { ...rest, figures: { ...figures, payment: cents(figures.payment! - 1) } };
    expect(proposalRefusal(deal, wrong)).toBe("pencilOvertaken");
  });
});

describe("[N2] one proposal is open at a time", () => {
  const twice = pencilled(proposed, { cashDown: cents(0) });

  test("a newer one takes the place of the one that waits", () => {
    expect(contextOf(twice).pencils.list.map(({ status }) => status)).toEqual(["superseded", "proposed"]);
    expect(code(twice, accept)).toBe("pencilSuperseded");
  });

  test("one whose time ran out first is expired, not superseded", () => {
    const short = pencilled(deal, cheaper, { expiresAt: "2026-11-28T16:00:00.000Z" });
    const later = pencilled(short, {}, { at: "2026-11-28T17:00:00.000Z" });
    expect(pencilIn(later, 1).status).toBe("expired");
  });
});

describe("[N3] accepting applies a pencil whole, to the cent, as agreement to terms", () => {
  test("price, trade, cash, term and rate move in one event, and finance is complete", () => {
    const appraised: DealEvent = { type: "trade.acvAppraised", acv: cents(1_400_000), recon: cents(0) };
    const traded = told(deal, ...tradeEvents, { event: appraised, by: salesManager });
    const terms = { ...cheaper, allowances: [{ car: 1, allowance: cents(1_470_000) }], contractRate: ppm(52_000) };
    const state = pencilled(traded, terms, { by: fniManager, rateReason: "makerSubvention" });
    const agreed = told(state, acceptanceOf(pencilIn(state, 1)));
    const { vehicle, finance, trade } = contextOf(agreed);
    expect([vehicle.sellingPrice, finance.cashDown, finance.termMonths]).toEqual([3_660_000, 400_000, 72]);
    expect([finance.contractRateOverride, trade.offer?.allowance, trade.offer?.answer]).toEqual([
      52_000,
      1_470_000,
      "accepted",
    ]);
    expect(finance.rateException).toEqual({ contractRate: 52_000, reason: "makerSubvention" });
    expect(agreed.revision).toBe(state.revision + 1);
    expect(statusesOf(agreed).statuses.finance).toBe("complete");
    expect(finance.termsAgreedAtRevision).toBe(agreed.revision);
    expect(pencilIn(agreed, 1).answer?.signedName).toBe("Theo Marsh");
  });

  test("property: an accepted pencil reproduces its figures to the cent, on any deal", () => {
    let accepted = 0;
    fc.assert(
      fc.property(anyHistory(14), fc.nat(400), (history, n) => {
        const state = endOf(history);
        if (lifeOf(state) !== "open") return;
        const proposal = proposalOn(state, {
          sellingPrice: cents((contextOf(state).vehicle.vehicle?.advertisedPrice ?? 0) - n * 100),
          cashDown: cents(n * 500),
          method: (["cash", "finance", "lease"] as const)[n % 3],
          contractRate: null,
        });
        if (!proposal || proposalRefusal(state, proposal)) return;
        const open = followedBy(state, proposal, { by: salesManager });
        expect(code(open, acceptanceOf(proposal))).toBeNull();
        const agreed = told(open, acceptanceOf(proposal));
        expect(figuresNow(agreed)).toEqual(proposal.figures);
        expect(dealWorksheet(cardOf(agreed))).toEqual(dealWorksheet(withTerms(cardOf(open), proposal.terms)));
        expect(statusesOf(agreed).statuses.finance).toBe("complete");
        accepted += 1;
      }),
      { numRuns: 60 },
    );
    expect(accepted).toBeGreaterThan(15);
  });

  test("another way of paying has the menu looked at again", () => {
    const ready = settled(deal);
    const state = pencilled(ready, { method: "cash" });
    expect(statusesOf(told(state, acceptanceOf(pencilIn(state, 1)))).statuses.fni).toBe("recheck");
    const same = pencilled(ready, cheaper);
    expect(statusesOf(told(same, acceptanceOf(pencilIn(same, 1)))).statuses.fni).toBe("complete");
  });

  test("the agreement is taken back by the next figure that moves, like any other", () => {
    const agreed = told(proposed, accept);
    const moved = told(agreed, { type: "finance.cashDownSet", cashDown: cents(100_000) });
    expect(contextOf(moved).finance.termsAgreedAtRevision).toBeNull();
    const product = told(agreed, fniEvents("accepted")[0]!);
    expect(statusesOf(product).statuses.finance).toBe("recheck");
  });

  test("a finance stage that was left out is taken up by it", () => {
    const left = told(proposed, {
      event: { type: "stage.skipped", stage: "finance", reason: "ownBank" },
      by: customer,
    });
    const agreed = told(left, acceptanceOf(pencilIn(left, 1)));
    expect(statusesOf(agreed).statuses.finance).toBe("complete");
    expect(contextOf(agreed).life.stageNotes.finance).toBeUndefined();
  });
});

describe("[N4] only what the customer read is accepted, and only while it is still true", () => {
  test("it names the revision seen", () => {
    const moved = told(proposed, { type: "finance.cashDownSet", cashDown: cents(0) });
    expect(code(moved, accept, { seenRevision: proposed.revision })).toBe("numbersMoved");
    expect(code(proposed, accept, { seenRevision: null })).toBe("numbersMoved");
  });

  test("it names the content", () => {
    expect(code(proposed, { ...accept, contentHash: "f".repeat(64) })).toBe("pencilSuperseded");
  });

  test.each<[string, DealEvent, typeof salesManager]>([
    ["another product", fniEvents("accepted")[0]!, customer],
    ["another rebate", { type: "vehicle.incentiveClaimed", code: "military", claimed: true }, customer],
    ["another credit band", { type: "finance.creditBandStated", creditBand: "fair" }, customer],
    ["another car", { type: "vehicle.swapped", vehicle: aVehicle({ stockNumber: "V2" }) }, system],
  ])("[N4] %s makes it stale", (_what, event, by) => {
    const moved = told(proposed, { event, by });
    expect(code(moved, accept)).toBe("pencilStale");
    expect(pencilFits(cardOf(moved), pencilIn(moved, 1))).toBe(false);
  });

  test("a figure that the pencil itself states may move under it", () => {
    const moved = told(proposed, {
      event: { type: "vehicle.sellingPriceSet", sellingPrice: cents(3_690_000) },
      by: salesperson,
    });
    expect(code(moved, accept)).toBeNull();
    expect(figuresNow(told(moved, accept))).toEqual(pencilIn(proposed, 1).figures);
  });

  test("its time runs out with or without the clock's own event", () => {
    const { expiresAt } = pencilIn(proposed, 1);
    expect(code(proposed, accept, { at: expiresAt })).toBe("pencilExpired");
    expect(pencilStatusAt(pencilIn(proposed, 1), expiresAt)).toBe("expired");
    const expired: DealEvent = { type: "pencil.expired", number: 1 };
    expect(code(proposed, expired, { by: system })).toBe("pencilAnswered");
    expect(code(proposed, expired, { by: system, at: expiresAt })).toBeNull();
  });
});

describe("[N5] answered once", () => {
  const counter: DealEvent = {
    type: "pencil.countered",
    number: 1,
    targetPayment: cents(55_000),
    cashDown: null,
    note: "",
  };
  const decline: DealEvent = { type: "pencil.declined", number: 1, note: "Too much" };
  const withdraw: DealEvent = { type: "pencil.withdrawn", number: 1 };

  test.each<DealEvent>([accept, counter, decline])("$type: the second answer is refused, whoever sends it", (first) => {
    const answered = told(proposed, first);
    for (const second of [accept, counter, decline]) expect(code(answered, second)).toMatch(/pencilAnswered/);
    expect(code(answered, withdraw, { by: salesperson })).toBe("pencilAnswered");
  });

  test("withdrawn by the store, it is no longer the customer's to take", () => {
    const withdrawn = told(proposed, { event: withdraw, by: salesperson });
    expect(code(withdrawn, accept)).toBe("pencilWithdrawn");
  });

  test("a counter says something, and then it is the store's turn", () => {
    expect(code(proposed, { ...counter, targetPayment: null } as DealEventOf<"pencil.countered">)).toBe("counterEmpty");
    expect(nextStep(viewOf(proposed, "customer"))).toEqual({
      code: "answerPencil",
      stage: "finance",
      turn: "customer",
    });
    expect(nextStep(viewOf(told(proposed, counter), "desk")).code).toBe("answerPencilCounter");
  });

  test("only the customer answers", () => {
    for (const event of [accept, counter, decline])
      expect(code(proposed, event, { by: salesManager })).toBe("notAllowed");
    expect(code(proposed, accept, { by: salesperson })).toBe("notAllowed");
  });

  test("nothing of it after the freeze", () => {
    const contracting = followedBy(settled(deal), frozen, { by: fniManager });
    expect(proposalRefusal(contracting, aProposal(contracting, cheaper))).toBe("dealFrozen");
  });
});

describe("[N6] nobody proposes beyond their own limits", () => {
  const limits: [string, Parameters<typeof aProposal>[1], string][] = [
    ["a price below it", { sellingPrice: cents(3_640_000) }, "beyondAuthority"],
    ["a longer term", { termMonths: 84 }, "termBeyondAuthority"],
    ["a rate off the table", { contractRate: ppm(50_000) }, "rateBeyondAuthority"],
    ["a fee let go", { docFeeWaived: cents(5_000) }, "feeBeyondAuthority"],
  ];
  test.each(limits)("[N6] %s is not a salesperson's to propose, and a manager's is", (_what, terms, refused) => {
    expect(proposalRefusal(deal, aProposal(deal, terms), salesperson)).toBe(refused);
    const reason = { rateReason: "competingOffer" } as const;
    expect(proposalRefusal(deal, aProposal(deal, terms, reason), salesManager)).toBeNull();
  });

  test("[N6] a rate off the table is proposed with its reason, or not at all", () => {
    expect(proposalRefusal(deal, aProposal(deal, { contractRate: ppm(50_000) }), salesManager)).toBe(
      "rateReasonMissing",
    );
    const leased = aProposal(deal, { contractRate: ppm(50_000), method: "lease" });
    expect(proposalRefusal(deal, leased, salesManager)).toBeNull();
  });

  test("what stands already needs no authority again", () => {
    const given = told(
      deal,
      { event: { type: "vehicle.sellingPriceSet", sellingPrice: cents(3_500_000) }, by: salesManager },
      {
        event: { type: "finance.contractRateSet", contractRate: ppm(47_000), reason: "competingOffer" },
        by: fniManager,
      },
    );
    expect(proposalRefusal(given, aProposal(given, { cashDown: cents(0) }), salesperson)).toBeNull();
  });

  test("a customer chooses any term of the table themselves", () => {
    expect(code(deal, { type: "finance.termChosen", termMonths: 84 }, { by: customer })).toBeNull();
    expect(code(deal, { type: "finance.termChosen", termMonths: 84 }, { by: salesperson })).toBe("termBeyondAuthority");
  });
});

test("[N3] two answers at once: whichever comes first stands, on every order", () => {
  const answers: DealEvent[] = [
    accept,
    { type: "pencil.declined", number: 1, note: "" },
    { type: "pencil.countered", number: 1, targetPayment: null, cashDown: cents(100_000), note: "" },
  ];
  for (const first of answers)
    for (const second of answers) {
      const state = told(proposed, first);
      expect(refusalOf(state, second)?.code).toBe("pencilAnswered");
    }
});

test("[N3] a pencil is replayed from the journal without being judged again", () => {
  const event = aProposal(deal, cheaper);
  const meta = { revision: deal.revision + 1, at: "2026-11-28T15:00:00.000Z", by: actorRef(salesManager) };
  const replayed = applyDealEvent(deal, event, meta);
  expect(termsLike(replayed)).toEqual(termsLike(deal));
  expect(startOf({ start: "new" }).revision).toBe(1);
});
