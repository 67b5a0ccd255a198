import * as fc from "#tests/support/seeded-fast-check";
import { describe, expect, test } from "vitest";
import { contextOf, type DealState, statusesOf } from "#machines/deal/apply-deal-event";
import type { ApprovalKind } from "#machines/deal/approval";
import type { DealEvent } from "#machines/deal/deal-events";
import { projectChanges } from "#machines/deal/project-deal";
import { toldAs } from "#machines/deal/told-event";
import { viewOf } from "#machines/deal/view-of-deal";
import { cents } from "#machines/money/cents";
import { ppm } from "#machines/money/rate";
import { limitsOf } from "#machines/store/authority";
import { storePolicySchema } from "#machines/store/store-policy";
import { aProposal, pencilled, termsLike } from "#tests/support/a-pencil";
import {
  aDeal,
  aStorePolicy,
  aVehicle,
  customer,
  fniManager,
  salesManager,
  salesperson,
  system,
} from "#tests/support/a-deal";
import { anAuthority } from "#tests/support/a-store";
import { actorOf } from "#tests/support/deal-people";
import { followedBy, refusalOf, settled, told } from "#tests/support/judged-deal";

const deal = aDeal();
const ask = (kind: ApprovalKind, asked: number | null, note = ""): DealEvent => ({
  type: "approval.requested",
  kind,
  asked,
  terms: null,
  note,
  ...(kind === "contractRate" && { reason: "competingOffer" as const }),
});
const grant = (number: number, granted: number, note = ""): DealEvent => ({
  type: "approval.granted",
  number,
  granted,
  note,
});
const refuseIt = (number: number, note = ""): DealEvent => ({ type: "approval.refused", number, note });
const code = (state: DealState, event: DealEvent, by = salesperson) => refusalOf(state, event, { by })?.code ?? null;
const asking = (kind: ApprovalKind, asked: number | null, from = deal, note = "") =>
  told(from, { event: ask(kind, asked, note), by: salesperson });
const approvalIn = (state: DealState, number = 1) => contextOf(state).approvals.list[number - 1]!;

describe("[N7] beyond a limit one asks, and a farther limit grants", () => {
  const cases: [ApprovalKind, number, (state: DealState) => number | null][] = [
    ["sellingPrice", 3_600_000, (state) => contextOf(state).vehicle.sellingPrice],
    ["contractRate", 48_000, (state) => contextOf(state).finance.contractRateOverride],
    ["termMonths", 84, (state) => contextOf(state).finance.termMonths],
    ["docFeeWaiver", 10_000, (state) => contextOf(state).finance.docFeeWaived],
  ];

  test.each(cases)("%s: granted, it is the manager's change in the same event", (kind, asked, now) => {
    const state = asking(kind, asked);
    expect(approvalIn(state)).toMatchObject({ number: 1, status: "open", kind, asked, by: { firstName: "Anna" } });
    const granted = told(state, { event: grant(1, asked), by: salesManager });
    expect(now(granted)).toBe(asked);
    expect(granted.revision).toBe(state.revision + 1);
    expect(approvalIn(granted)).toMatchObject({
      status: "granted",
      answer: { granted: asked, by: { firstName: "Marcus" } },
    });
  });

  test("a manager may grant another figure, with a word", () => {
    const granted = told(asking("sellingPrice", 3_500_000), {
      event: grant(1, 3_620_000, "Best we can do"),
      by: salesManager,
    });
    expect(contextOf(granted).vehicle.sellingPrice).toBe(3_620_000);
    expect(approvalIn(granted).answer).toMatchObject({ granted: 3_620_000, note: "Best we can do" });
  });

  test("refused, nothing moves but the request", () => {
    const state = asking("sellingPrice", 3_600_000);
    const refused = told(state, { event: refuseIt(1, "Not this week"), by: salesManager });
    expect(contextOf(refused).vehicle.sellingPrice).toBe(contextOf(state).vehicle.sellingPrice);
    expect(approvalIn(refused)).toMatchObject({ status: "refused", answer: { note: "Not this week" } });
    expect(refused.numbersRevision).toBe(state.numbersRevision);
  });

  test("nobody grants beyond their own limit, and nobody on the floor grants at all", () => {
    const state = asking("sellingPrice", 3_300_000);
    expect(code(state, grant(1, 3_300_000), salesManager)).toBe("beyondAuthority");
    expect(code(state, grant(1, 3_600_000), salesperson)).toBe("notAllowed");
    expect(code(state, grant(1, 3_600_000), customer as typeof salesperson)).toBe("notAllowed");
    const head = aDeal({ store: { authority: anAuthority({ generalManager: { discount: cents(500_000) } }) } });
    const asked = asking("sellingPrice", 3_300_000, head);
    expect(code(asked, grant(1, 3_300_000), actorOf.generalManager as typeof salesperson)).toBeNull();
  });

  test("a manager at their own limit asks like anybody else", () => {
    expect(code(deal, ask("sellingPrice", 3_300_000), salesManager)).toBeNull();
  });

  test("what one may do alone needs no asking; what nobody may do is refused at once", () => {
    expect(code(deal, ask("sellingPrice", 3_650_000))).toBe("approvalNotNeeded");
    expect(code(deal, ask("sellingPrice", 3_699_500))).toBe("approvalNotNeeded");
    expect(code(deal, ask("sellingPrice", 3_800_000))).toBe("priceAboveSticker");
    expect(code(deal, ask("termMonths", 50))).toBe("termNotOffered");
    expect(code(deal, ask("docFeeWaiver", 90_000))).toBe("docFeeWaiverTooHigh");
    expect(code(deal, ask("sellingPrice", null))).toBe("approvalEmpty");
    expect(code(deal, ask("pencil", null))).toBe("approvalEmpty");
  });

  test("a rate is asked for with its reason, which stands beside it once it is granted", () => {
    const bare: DealEvent = { type: "approval.requested", kind: "contractRate", asked: 48_000, terms: null, note: "" };
    expect(refusalOf(deal, bare, { by: salesperson })).toMatchObject({ code: "rateReasonMissing", field: "reason" });
    const granted = told(asking("contractRate", 48_000), { event: grant(1, 49_000), by: salesManager });
    expect(contextOf(granted).finance.rateException).toEqual({ contractRate: 49_000, reason: "competingOffer" });
  });
});

describe("[N8] a request is answered once, and only while it is still the same question", () => {
  const state = asking("sellingPrice", 3_600_000);

  test("two managers: the second hears who was first", () => {
    const answered = told(state, { event: grant(1, 3_600_000), by: salesManager });
    const late = refusalOf(answered, refuseIt(1), { by: fniManager });
    expect(late).toMatchObject({ code: "approvalAnswered", params: { name: "Marcus" } });
    expect(code(answered, grant(1, 3_500_000), fniManager)).toBe("approvalAnswered");
    expect(code(state, grant(9, 1), salesManager)).toBe("noApproval");
  });

  test("the newest request of a kind takes the place of the one before", () => {
    const again = asking("sellingPrice", 3_580_000, state);
    expect(contextOf(again).approvals.list.map(({ status }) => status)).toEqual(["superseded", "open"]);
    expect(contextOf(asking("termMonths", 84, state)).approvals.list.map(({ status }) => status)).toEqual([
      "open",
      "open",
    ]);
  });

  test("another car, or for a rate another term, is another question", () => {
    const swapped = told(state, {
      event: { type: "vehicle.swapped", vehicle: aVehicle({ stockNumber: "V2" }) },
      by: system,
    });
    expect(code(swapped, grant(1, 3_600_000), salesManager)).toBe("approvalOutdated");
    const rate = told(asking("contractRate", 48_000), {
      event: { type: "finance.termChosen", termMonths: 72 },
      by: customer,
    });
    expect(code(rate, grant(1, 48_000), salesManager)).toBe("approvalOutdated");
    expect(code(rate, refuseIt(1), salesManager)).toBeNull();
  });

  test("numbers wanted from the desk are granted by proposing some", () => {
    const wanted = asking("pencil", null, deal, "They want 560 a month");
    expect(code(wanted, grant(1, 0), salesManager)).toBe("approvalNeedsPencil");
    const answered = pencilled(wanted, { cashDown: cents(500_000) }, { answers: 1 });
    expect(approvalIn(answered)).toMatchObject({ status: "granted", answer: { granted: 1 } });
  });
});

describe("[N9] a customer never hears of a request or a limit", () => {
  const state = asking("sellingPrice", 3_600_000, deal, "canary words");
  const event = grant(1, 3_600_000);
  const granted = told(state, { event, by: salesManager });

  test("asking and refusing are not told; a grant is told as the change it makes", () => {
    expect(toldAs(ask("sellingPrice", 1), contextOf(state), "customer")).toBeNull();
    expect(toldAs(refuseIt(1), contextOf(state), "customer")).toBeNull();
    expect(toldAs(event, contextOf(granted), "customer")).toBe("vehicle.sellingPriceSet");
    expect(toldAs(event, contextOf(granted), "sales")).toBe("approval.granted");
  });

  test("not one byte of a request is in what a customer is sent, nor that there is a list of them", () => {
    const sent = JSON.stringify([
      viewOf(granted, "customer"),
      projectChanges(contextOf(state), contextOf(granted), "customer"),
      projectChanges(contextOf(deal), contextOf(state), "customer"),
    ]);
    expect(sent).not.toMatch(/canary|authority|reserve|longestTerm|"kind":"sellingPrice"/);
    expect(Object.keys(projectChanges(contextOf(state), contextOf(granted), "customer"))).not.toContain("approvals");
    expect(JSON.stringify(viewOf(granted, "sales"))).toMatch(/canary words/);
  });

  test("a salesperson's refused rate does not tell where the lender's bound is", () => {
    const proposal = aProposal(deal, { contractRate: ppm(1_000) });
    expect(refusalOf(deal, ask("contractRate", 1_000), { by: salesperson })).toEqual({
      code: "rateNotOffered",
      field: "contractRate",
    });
    expect(proposal.terms.contractRate).toBe(1_000);
    expect(refusalOf(deal, ask("contractRate", 1_000), { by: salesManager })?.params).toEqual({ limit: 64_900 });
  });
});

describe("[N10] limits are a table by role", () => {
  test("property: whatever a role may set alone, a farther role may too, and no price passes the widest limit", () => {
    const roles = [salesperson, salesManager, actorOf.generalManager] as const;
    fc.assert(
      fc.property(fc.integer({ min: 3_000_000, max: 3_699_500 }), (sellingPrice) => {
        const event: DealEvent = { type: "vehicle.sellingPriceSet", sellingPrice: cents(sellingPrice) };
        const may = roles.map((by) => refusalOf(deal, event, { by }) === null);
        for (const [at, allowed] of may.entries()) if (allowed && at + 1 < may.length) expect(may[at + 1]).toBe(true);
        if (sellingPrice < 3_699_500 - 250_000) expect(may).toEqual([false, false, false]);
      }),
    );
  });

  test("a policy pinned before the table reads as it was meant", () => {
    const { authority: _, reserve: __, ...rest } = aStorePolicy();
    const old = { ...rest, discountAuthority: { salesperson: cents(50_000), salesManager: cents(250_000) } };
    const read = storePolicySchema.parse(JSON.parse(JSON.stringify(old)));
    expect(limitsOf(read.authority, "salesperson")).toEqual({
      discount: 50_000,
      longestTermMonths: 96,
      rateBelowTable: 0,
      rateAboveTable: 0,
      docFeeWaiver: 0,
    });
    expect(limitsOf(read.authority, "fniManager").discount).toBe(250_000);
    expect(read.reserve).toBeNull();
    expect(storePolicySchema.parse(read)).toEqual(read);
  });

  test("a doc fee that was let go comes off every figure, and comes back", () => {
    const before = viewOf(deal, "customer");
    const let_go = told(deal, {
      event: { type: "finance.docFeeWaived", docFeeWaived: cents(10_000) },
      by: salesManager,
    });
    expect(contextOf(let_go).finance.docFeeWaived).toBe(10_000);
    expect(code(let_go, { type: "finance.docFeeWaived", docFeeWaived: cents(0) })).toBeNull();
    const back = told(let_go, { event: { type: "finance.docFeeWaived", docFeeWaived: cents(0) }, by: salesperson });
    expect(viewOf(back, "customer").card.finance).toEqual(before.card.finance);
  });
});

test("[N11] a pinned plan is the deal's own figures; adopting it is choosing its terms", () => {
  const ready = settled(deal);
  const plan = { ...termsLike(ready), method: "cash" as const };
  const { method, cashDown, termMonths, leaseTermMonths, milesPerYear } = plan;
  const pin: DealEvent = {
    type: "scenario.pinned",
    name: "Cash",
    method,
    cashDown,
    termMonths,
    leaseTermMonths,
    milesPerYear,
  };
  const pinned = told(ready, { event: pin, by: customer });
  expect(pinned.numbersRevision).toBe(ready.numbersRevision);
  const number = contextOf(pinned).scenarios.pinned[0]!.pin;
  expect(number).toBe(pinned.revision);
  const adopted = told(pinned, { event: { type: "scenario.adopted", pin: number }, by: customer });
  expect(contextOf(adopted).finance.method).toBe("cash");
  expect(statusesOf(adopted).statuses).toMatchObject({ finance: "inProgress", fni: "recheck" });
  const gone = followedBy(adopted, { type: "scenario.unpinned", pin: number }, { by: customer });
  expect(contextOf(gone).scenarios.pinned).toEqual([]);
  expect(refusalOf(gone, { type: "scenario.adopted", pin: number }, { by: customer })?.code).toBe("noScenario");
});
