import { describe, expect, test } from "vitest";
import { contextOf, type DealState } from "#machines/deal/apply-deal-event";
import { dealChange } from "#machines/deal/deal-changes";
import type { DealContext } from "#machines/deal/deal-context";
import type { DealEvent } from "#machines/deal/deal-events";
import { numbersFrom, staffFigures } from "#machines/deal/deal-view";
import { viewOf } from "#machines/deal/view-of-deal";
import { dealVisibility } from "#machines/deal/deal-visibility";
import { dealGrid, dealWorksheet } from "#machines/deal/deal-worksheet";
import { projectChanges, projectDeal } from "#machines/deal/project-deal";
import { finalizeChecklist } from "#machines/jacket/finalize-checklist";
import { cents } from "#machines/money/cents";
import { ppm } from "#machines/money/rate";
import { actorRef, type Audience, audienceOf, audiences } from "#machines/store/actor";
import { aDeal, aProduct, aStorePolicy, aVehicle, fniManager, salesManager, salesperson } from "#tests/support/a-deal";
import { anAuthority } from "#tests/support/a-store";
import { actorOf } from "#tests/support/deal-people";
import { identityEvents, settled, told } from "#tests/support/judged-deal";

type Node = readonly Audience[] | { readonly [key: string]: Node };
const isRow = (node: Node): node is readonly Audience[] => Array.isArray(node);

/** Every leaf of the table with who may see it. */
function leaves(node: Node, path = ""): { path: string; row: readonly Audience[] }[] {
  if (isRow(node)) return [{ path, row: node }];
  return Object.entries(node).flatMap(([key, child]) => leaves(child, path ? `${path}.${key}` : key));
}
const table = leaves(dealVisibility as unknown as Node);

/** A deal of marks: each leaf holds its own path, so that one seen where it should not be names itself. */
function marked(node: Node, path = ""): unknown {
  if (isRow(node)) return `«${path}»`;
  if ("each" in node) {
    const element = marked(node.each!, `${path}.each`);
    return path === "fni.answers" ? { vscPlus: element } : [element, element];
  }
  return Object.fromEntries(
    Object.entries(node).map(([key, child]) => [key, marked(child, path ? `${path}.${key}` : key)]),
  );
}
const markedDeal = marked(dealVisibility as unknown as Node) as DealContext;
const marksIn = (value: unknown) =>
  new Set(Array.from(JSON.stringify(value).matchAll(/«([^»]+)»/g), ([, path]) => path!));

describe("[L1] an audience gets exactly the leaves of its rows", () => {
  test.each(audiences)("%s", (audience) => {
    const seen = table.filter(({ row }) => row.includes(audience)).map(({ path }) => path);
    expect([...marksIn(projectDeal(markedDeal, audience))].toSorted()).toEqual(seen.toSorted());
    expect([...marksIn(projectChanges(null, markedDeal, audience))].toSorted()).toEqual(seen.toSorted());
  });

  test("a leaf opened to customers has to be opened here as well", () => {
    const hidden = table.filter(({ row }) => !row.includes("customer")).map(({ path }) => path);
    expect(hidden).toEqual(expectedHidden);
  });

  test("[L2] cost and ACV are for cost holders, what the lender asks and products cost for managers", () => {
    const hiddenFrom = (audience: Audience) =>
      table.filter(({ row }) => !row.includes(audience)).map(({ path }) => path);
    expect(hiddenFrom("salesWithCost")).toEqual(managersOnly);
    expect(hiddenFrom("sales").toSorted()).toEqual([...managersOnly, ...costHoldersOnly].toSorted());
    expect(hiddenFrom("desk")).toEqual([]);
    expect(hiddenFrom("finance")).toEqual([]);
  });
});

const managersOnly = [
  "store.retailTerms.each.buyRate",
  "store.fniCatalog.each.options.each.cost",
  "store.authority.salesManager.discount",
  "store.authority.salesManager.longestTermMonths",
  "store.authority.salesManager.rateBelowTable",
  "store.authority.salesManager.rateAboveTable",
  "store.authority.salesManager.docFeeWaiver",
  "store.authority.fniManager.discount",
  "store.authority.fniManager.longestTermMonths",
  "store.authority.fniManager.rateBelowTable",
  "store.authority.fniManager.rateAboveTable",
  "store.authority.fniManager.docFeeWaiver",
  "store.authority.generalManager.discount",
  "store.authority.generalManager.longestTermMonths",
  "store.authority.generalManager.rateBelowTable",
  "store.authority.generalManager.rateAboveTable",
  "store.authority.generalManager.docFeeWaiver",
  "store.rateCapOverBuyRate",
  "store.tradeAuthority.salesManager",
  "store.reserve.method",
  "store.reserve.flatShare",
  "store.reserve.dealerSplit",
  "store.reserve.maxReserve",
  "store.reserve.markupCaps.each.upToMonths",
  "store.reserve.markupCaps.each.maxMarkup",
  "store.reserve.rateCeiling",
  "vehicle.vehicle.cost.holdback",
  "finance.rateException.contractRate",
  "finance.rateException.reason",
  "fni.rated.products.each.options.each.cost",
  "fni.exceptions.each.reason",
  "deposit.dispute",
  "credit.answers.each.sent.vin",
  "credit.answers.each.sent.mileage",
  "credit.answers.each.sent.applicants.each.applicant",
  "credit.answers.each.sent.applicants.each.name",
  "credit.answers.each.terms.tier",
  "credit.answers.each.terms.buyRate",
  "credit.answers.each.terms.maxRate",
  "credit.answers.each.terms.contractRate",
  "credit.answers.each.terms.maxLoanToValue",
  "credit.answers.each.terms.productCap",
  "credit.answers.each.terms.paymentCap",
  "credit.answers.each.terms.reference",
  "credit.answers.each.terms.comment",
  "credit.answers.each.lease.tier",
  "credit.answers.each.lease.maxMoneyFactor",
  "credit.answers.each.lease.residual",
  "credit.answers.each.lease.milesPerYear",
  "credit.answers.each.lease.maxLoanToValue",
  "credit.answers.each.lease.productCap",
  "credit.answers.each.lease.paymentCap",
  "credit.answers.each.lease.reference",
  "credit.answers.each.lease.comment",
  "credit.chosen.by.id",
  "credit.flags.each.flagId",
  "credit.flags.each.code",
  "credit.flags.each.raisedAt",
  "credit.flags.each.resolvedBy.kind",
  "credit.flags.each.resolvedBy.id",
  "credit.flags.each.resolvedBy.role",
  "credit.flags.each.resolvedBy.firstName",
  "credit.flags.each.resolvedBy.seat",
  "credit.flags.each.resolvedAt",
  "pencils.list.each.rateReason",
];
const costHoldersOnly = [
  "vehicle.vehicle.cost.invoice",
  "vehicle.vehicle.cost.vehicleCost",
  "vehicle.vehicle.cost.pack",
  "vehicle.vehicle.cost.recon",
  "store.tradeAuthority.appraiser",
  "store.tradeAuthority.adjustment",
  "trade.appraisal.acv",
  "trade.appraisal.recon",
  "furtherTrades.each.appraisal.acv",
  "furtherTrades.each.appraisal.recon",
];
const hiddenOfCar = [
  "photos.each.by.id",
  "review.submittedBy.id",
  "review.reviewer.id",
  "offer.by.id",
  "messages.each.by.id",
  "appraisal.acv",
  "appraisal.recon",
  "appraisal.by.kind",
  "appraisal.by.id",
  "appraisal.by.role",
  "appraisal.by.firstName",
  "appraisal.by.seat",
  "verification.by.id",
  "waiver.reason",
  "waiver.by.kind",
  "waiver.by.id",
  "waiver.by.role",
  "waiver.by.firstName",
  "waiver.by.seat",
  "waiver.at",
];
const noteActors = ["vehicle", "trade", "finance", "fni", "deposit", "delivery"].map(
  (stage) => `life.stageNotes.${stage}.by.id`,
);
const expectedHidden = [
  "store.rooftopId",
  "store.retailTerms.each.buyRate",
  "store.fniCatalog.each.options.each.cost",
  "store.delivery.lanes",
  "store.delivery.milesByPostcode.each.prefix",
  "store.delivery.milesByPostcode.each.miles",
  "store.handover.drivers",
  "store.handover.minutesPerMile",
  "store.handover.spotDelivery",
  "store.handover.testDrive.lanes",
  "store.authority.salesperson.discount",
  "store.authority.salesperson.longestTermMonths",
  "store.authority.salesperson.rateBelowTable",
  "store.authority.salesperson.rateAboveTable",
  "store.authority.salesperson.docFeeWaiver",
  "store.authority.salesManager.discount",
  "store.authority.salesManager.longestTermMonths",
  "store.authority.salesManager.rateBelowTable",
  "store.authority.salesManager.rateAboveTable",
  "store.authority.salesManager.docFeeWaiver",
  "store.authority.fniManager.discount",
  "store.authority.fniManager.longestTermMonths",
  "store.authority.fniManager.rateBelowTable",
  "store.authority.fniManager.rateAboveTable",
  "store.authority.fniManager.docFeeWaiver",
  "store.authority.generalManager.discount",
  "store.authority.generalManager.longestTermMonths",
  "store.authority.generalManager.rateBelowTable",
  "store.authority.generalManager.rateAboveTable",
  "store.authority.generalManager.docFeeWaiver",
  "store.minimumCashDown",
  "store.rateCapOverBuyRate",
  "store.tradeAuthority.appraiser",
  "store.tradeAuthority.adjustment",
  "store.tradeAuthority.salesManager",
  "store.reserve.method",
  "store.reserve.flatShare",
  "store.reserve.dealerSplit",
  "store.reserve.maxReserve",
  "store.reserve.markupCaps.each.upToMonths",
  "store.reserve.markupCaps.each.maxMarkup",
  "store.reserve.rateCeiling",
  "people.identityVerifiedBy.id",
  "people.salesperson.staffId",
  "people.salesperson.lastName",
  "people.salesManager.staffId",
  "people.salesManager.role",
  "people.salesManager.firstName",
  "people.salesManager.lastName",
  "people.fniManager.staffId",
  "people.fniManager.lastName",
  "vehicle.vehicle.cost.invoice",
  "vehicle.vehicle.cost.vehicleCost",
  "vehicle.vehicle.cost.pack",
  "vehicle.vehicle.cost.recon",
  "vehicle.vehicle.cost.holdback",
  ...["trade", "furtherTrades.each"].flatMap((car) => hiddenOfCar.map((path) => `${car}.${path}`)),
  "finance.rateException.contractRate",
  "finance.rateException.reason",
  "fni.rated.products.each.options.each.cost",
  "fni.exceptions.each.reason",
  "fni.exceptions.each.by.id",
  "deposit.reference",
  "deposit.refundReason",
  "deposit.dispute",
  ...["refund", "forfeit", "reason", "note"].map((field) => `deposit.returnAsked.${field}`),
  ...["kind", "id", "role", "firstName", "seat"].map((field) => `deposit.returnAsked.by.${field}`),
  "deposit.returnAsked.at",
  ...["kind", "id", "role", "firstName", "seat"].map((field) => `deposit.returnAsked.approvedBy.${field}`),
  "tenders.list.each.reference",
  "tenders.list.each.by.id",
  "tenders.list.each.returns.each.by.id",
  "tenders.promises.each.by.id",
  "handover.work.each.item",
  "handover.work.each.light",
  "handover.work.each.title",
  "handover.work.each.owner.staffId",
  "handover.work.each.owner.role",
  "handover.work.each.owner.firstName",
  "handover.work.each.owner.lastName",
  "handover.work.each.dueAt",
  "handover.work.each.done",
  "handover.work.each.by.kind",
  "handover.work.each.by.id",
  "handover.work.each.by.role",
  "handover.work.each.by.firstName",
  "handover.work.each.by.seat",
  "handover.work.each.at",
  "handover.overrides.each.items",
  "handover.overrides.each.reason",
  "handover.overrides.each.by.kind",
  "handover.overrides.each.by.id",
  "handover.overrides.each.by.role",
  "handover.overrides.each.by.firstName",
  "handover.overrides.each.by.seat",
  "handover.overrides.each.at",
  "handover.checks.each.by.id",
  "handover.signatures.each.by.id",
  "handover.followUp.by.id",
  "dueBill.items.each.owner.staffId",
  "dueBill.items.each.owner.lastName",
  "dueBill.items.each.cost",
  "dueBill.signatures.each.by.id",
  "titleWork.done.each.by.id",
  "titleWork.payoffsSent.each.by.id",
  "titleWork.holder",
  "titleWork.alarms.each.about",
  "titleWork.alarms.each.level",
  "titleWork.alarms.each.dueOn",
  "titleWork.alarms.each.at",
  "returns.request.requestedBy.id",
  "returns.request.answeredBy.id",
  "returns.request.settledBy.id",
  "drives.list.each.bookedBy.id",
  "promises.list.each.by.id",
  "taxes.overrides.each.by.id",
  "credit.applications.each.applicationId",
  "credit.answers.each.sent.vin",
  "credit.answers.each.sent.mileage",
  "credit.answers.each.sent.applicants.each.applicant",
  "credit.answers.each.sent.applicants.each.name",
  "credit.answers.each.terms.tier",
  "credit.answers.each.terms.buyRate",
  "credit.answers.each.terms.maxRate",
  "credit.answers.each.terms.contractRate",
  "credit.answers.each.terms.maxLoanToValue",
  "credit.answers.each.terms.productCap",
  "credit.answers.each.terms.paymentCap",
  "credit.answers.each.terms.reference",
  "credit.answers.each.terms.comment",
  "credit.answers.each.lease.tier",
  "credit.answers.each.lease.maxMoneyFactor",
  "credit.answers.each.lease.residual",
  "credit.answers.each.lease.milesPerYear",
  "credit.answers.each.lease.maxLoanToValue",
  "credit.answers.each.lease.productCap",
  "credit.answers.each.lease.paymentCap",
  "credit.answers.each.lease.reference",
  "credit.answers.each.lease.comment",
  "credit.chosen.by.id",
  "credit.flags.each.flagId",
  "credit.flags.each.code",
  "credit.flags.each.raisedAt",
  "credit.flags.each.resolvedBy.kind",
  "credit.flags.each.resolvedBy.id",
  "credit.flags.each.resolvedBy.role",
  "credit.flags.each.resolvedBy.firstName",
  "credit.flags.each.resolvedBy.seat",
  "credit.flags.each.resolvedAt",
  "life.frozenBy.id",
  "life.reopenings.each.reason",
  "life.reopenings.each.by.id",
  "life.lostReason",
  ...noteActors,
  "seats.list.each.invitedBy.id",
  "seats.list.each.endedBy.id",
  "seats.coBuyer.email",
  "seats.coBuyer.phone",
  "seats.coBuyer.street",
  "seats.coBuyer.city",
  "seats.coBuyer.region",
  "seats.coBuyer.postcode",
  "showroom.screens.each.by.id",
  "wait.promise.by.id",
  "pencils.list.each.rateReason",
  "pencils.list.each.by.id",
  "pencils.list.each.answer.by.id",
  "scenarios.pinned.each.by.id",
  "approvals.list.each.number",
  "approvals.list.each.status",
  "approvals.list.each.kind",
  "approvals.list.each.asked",
  "approvals.list.each.stood",
  "approvals.list.each.terms.method",
  "approvals.list.each.terms.cashDown",
  "approvals.list.each.terms.termMonths",
  "approvals.list.each.terms.leaseTermMonths",
  "approvals.list.each.terms.milesPerYear",
  "approvals.list.each.terms.sellingPrice",
  "approvals.list.each.terms.docFeeWaived",
  "approvals.list.each.terms.allowances.each.car",
  "approvals.list.each.terms.allowances.each.allowance",
  "approvals.list.each.terms.contractRate",
  "approvals.list.each.stockNumber",
  "approvals.list.each.termMonths",
  "approvals.list.each.note",
  "approvals.list.each.reason",
  "approvals.list.each.by.kind",
  "approvals.list.each.by.id",
  "approvals.list.each.by.role",
  "approvals.list.each.by.firstName",
  "approvals.list.each.by.seat",
  "approvals.list.each.at",
  "approvals.list.each.answer.by.kind",
  "approvals.list.each.answer.by.id",
  "approvals.list.each.answer.by.role",
  "approvals.list.each.answer.by.firstName",
  "approvals.list.each.answer.by.seat",
  "approvals.list.each.answer.at",
  "approvals.list.each.answer.note",
  "approvals.list.each.answer.granted",
  "notes.entries.each.by.kind",
  "notes.entries.each.by.id",
  "notes.entries.each.by.role",
  "notes.entries.each.by.firstName",
  "notes.entries.each.by.seat",
  "notes.entries.each.at",
  "notes.entries.each.text",
];

/** Amounts that occur nowhere else, each a cost, a limit or an appraisal; and words only staff wrote or carry. */
const canary = {
  vehicle: { invoice: 3_511_117, vehicleCost: 3_522_227, pack: 31_337, recon: 41_443, holdback: 113_557 },
  productCost: 117_779,
  buyRate: 43_331,
  cap: 27_773,
  authority: { salesperson: 51_117, salesManager: 251_119 },
  minimumCashDown: 151_153,
  acv: 1_377_719,
  recon: 43_717,
};
const costNumbers = [...Object.values(canary.vehicle).slice(0, 4), canary.acv, canary.recon];
const managerNumbers = [canary.vehicle.holdback, canary.productCost, canary.buyRate, canary.cap];
const staffNumbers = [canary.authority.salesperson, canary.minimumCashDown];
const staffWords = [
  "pi_secret",
  "Wants out of his lease",
  "Rate typed wrong",
  "staff-salesManager",
  "Boyd",
  "Keller",
  "Nair",
];

const seat = (who: typeof salesManager): DealEvent => {
  if (who.kind !== "staff") throw new Error("a seat is for staff");
  const { staffId, role, firstName, lastName } = who;
  return { type: "staff.assigned", staff: { staffId, role, firstName, lastName } };
};
const rates = {
  excellent: ppm(canary.buyRate),
  good: ppm(canary.buyRate),
  fair: ppm(canary.buyRate),
  rebuilding: ppm(canary.buyRate),
};
const policy = aStorePolicy();

/** A whole life of a deal whose staff figures are canaries, step by step. */
function secretDeal(): { states: DealState[]; events: DealEvent[] } {
  const { invoice, vehicleCost, pack, recon, holdback } = canary.vehicle;
  let state = aDeal({
    vehicle: {
      cost: {
        invoice: cents(invoice),
        vehicleCost: cents(vehicleCost),
        pack: cents(pack),
        recon: cents(recon),
        holdback: cents(holdback),
      },
    },
    store: {
      retailTerms: policy.retailTerms.map((row) => ({ ...row, buyRate: rates })),
      fniCatalog: [
        aProduct({ options: aProduct().options.map((option) => ({ ...option, cost: cents(canary.productCost) })) }),
      ],
      rateCapOverBuyRate: ppm(canary.cap),
      minimumCashDown: cents(canary.minimumCashDown),
      authority: anAuthority({
        salesperson: { discount: cents(canary.authority.salesperson) },
        salesManager: { discount: cents(canary.authority.salesManager) },
      }),
    },
  });
  const events: DealEvent[] = [
    seat(salesManager),
    seat(salesperson),
    seat(fniManager),
    { type: "note.added", text: "Wants out of his lease" },
    ...identityEvents,
    { type: "trade.described", year: 2019, make: "Corvane", model: "Tessa", trim: "", mileage: 58_240, vin: null },
    { type: "trade.acvAppraised", acv: cents(canary.acv), recon: cents(canary.recon) },
    { type: "trade.ownershipStated", ownership: "owned" },
    {
      type: "trade.offerMade",
      offerId: "o1",
      allowance: cents(1_450_000),
      reasons: [],
      note: "",
      expiresAt: "2027-01-01T00:00:00.000Z",
    },
    { type: "trade.offerAccepted", offerId: "o1" },
    { type: "vehicle.sellingPriceSet", sellingPrice: cents(3_660_000) },
    { type: "fni.productAnswered", code: "vscPlus", optionCode: "y6m75", answer: "accepted" },
    { type: "deposit.termsAccepted", amount: cents(50_000), termsVersion: "deposit-2026-01" },
    { type: "deposit.checkoutOpened", attempt: 1, amount: cents(50_000) },
    {
      type: "deposit.held",
      attempt: 1,
      amount: cents(50_000),
      reference: "pi_secret",
      holdUntil: "2026-12-01T15:00:00.000Z",
    },
    { type: "delivery.methodChosen", method: "pickup" },
    { type: "finance.termsAgreed" },
    { type: "deal.frozen", contractDate: contextOf(state).identity.contractDate },
    { type: "deal.reopened", reason: "Rate typed wrong" },
    { type: "deal.lost", reason: "Wants out of his lease" },
  ];
  const states = [state];
  for (const event of events) {
    state = told(state, event);
    states.push(state);
  }
  return { states, events };
}

/** Every shape in which a deal leaves the server for an audience, at every moment of its life. */
function everythingSent(audience: Audience): string {
  const { states, events } = secretDeal();
  const sent: unknown[] = [];
  for (const [index, state] of states.entries()) {
    const view = viewOf(state, audience);
    const before = index > 0 ? states[index - 1]! : null;
    sent.push(view, projectChanges(before && contextOf(before), contextOf(state), audience));
    sent.push(dealWorksheet(numbersFrom(view)), finalizeChecklist(view, "2026-11-28"), staffFigures(view));
    if (index === states.length - 1) sent.push(dealGrid(numbersFrom(view)));
    if (!before) continue;
    const by = { ...actorRef(salesManager), id: "" };
    const beforeView = viewOf(before, audience);
    sent.push(dealChange(beforeView, view, events[index - 1]!, { revision: state.revision, at: "", by }));
  }
  return JSON.stringify(sent);
}

describe("[L1] [L2] canaries", () => {
  const holds = (text: string, value: number | string) =>
    typeof value === "string" ? text.includes(value) : new RegExp(`(?<!\\d)${value}(?!\\d)`).test(text);

  test("a customer is never sent a cost, a limit, an appraisal, a note or a staff name", () => {
    const sent = everythingSent("customer");
    for (const secret of [
      ...costNumbers,
      ...managerNumbers,
      ...staffNumbers,
      canary.authority.salesManager,
      ...staffWords,
    ])
      expect(holds(sent, secret), String(secret)).toBe(false);
    expect(sent).not.toMatch(
      /"(cost|buyRate|appraisal|acv|salesManager|authority|reserve|longestTermMonths|lostReason|minimumCashDown)":[^n]/,
    );
    expect(holds(sent, 1_450_000)).toBe(true);
  });

  test("a salesperson is sent no cost, no ACV, no buy rate; a cost holder the first two", () => {
    const sales = everythingSent("sales");
    for (const secret of [...costNumbers, ...managerNumbers]) expect(holds(sales, secret), String(secret)).toBe(false);
    for (const known of staffNumbers) expect(holds(sales, known)).toBe(true);
    const withCost = everythingSent("salesWithCost");
    for (const known of costNumbers) expect(holds(withCost, known)).toBe(true);
    for (const secret of managerNumbers) expect(holds(withCost, secret)).toBe(false);
  });

  test("the desk is sent them all, so the search would find them", () => {
    const desk = everythingSent("desk");
    for (const known of [...costNumbers, ...managerNumbers, ...staffNumbers, ...staffWords])
      expect(holds(desk, known)).toBe(true);
  });

  test("[L1] gross shows through nothing: two stores with other costs send a customer the same bytes", () => {
    const sentFor = (vehicleCost: number) => {
      const cost = { ...aVehicle().cost, vehicleCost: cents(vehicleCost) };
      return JSON.stringify(viewOf(settled(aDeal({ vehicle: { cost } })), "customer"));
    };
    expect(sentFor(3_400_000)).toBe(sentFor(3_500_000));
  });
});

test("[L2] who sees what follows from the role and the store's word on cost", () => {
  expect(Object.fromEntries(Object.entries(actorOf).map(([role, actor]) => [role, audienceOf(actor)]))).toEqual({
    customer: "customer",
    salesperson: "sales",
    salesManager: "desk",
    fniManager: "finance",
    appraiser: "salesWithCost",
    system: "finance",
    merchandiser: "sales",
    agent: "sales",
    serviceAdvisor: "sales",
    controller: "sales",
    generalManager: "desk",
    admin: "desk",
  });
});
