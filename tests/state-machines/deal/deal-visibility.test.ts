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
  "store.discountAuthority.salesManager",
  "store.rateCapOverBuyRate",
  "vehicle.vehicle.cost.holdback",
];
const costHoldersOnly = [
  "vehicle.vehicle.cost.invoice",
  "vehicle.vehicle.cost.vehicleCost",
  "vehicle.vehicle.cost.pack",
  "vehicle.vehicle.cost.recon",
  "trade.appraisal.acv",
  "trade.appraisal.recon",
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
  "store.discountAuthority.salesperson",
  "store.discountAuthority.salesManager",
  "store.minimumCashDown",
  "store.rateCapOverBuyRate",
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
  "trade.offer.by.id",
  "trade.appraisal.acv",
  "trade.appraisal.recon",
  "trade.appraisal.by.kind",
  "trade.appraisal.by.id",
  "trade.appraisal.by.role",
  "trade.appraisal.by.firstName",
  "deposit.reference",
  "deposit.refundReason",
  "life.frozenBy.id",
  "life.reopenings.each.reason",
  "life.reopenings.each.by.id",
  "life.lostReason",
  ...noteActors,
  "notes.entries.each.by.kind",
  "notes.entries.each.by.id",
  "notes.entries.each.by.role",
  "notes.entries.each.by.firstName",
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
      discountAuthority: {
        salesperson: cents(canary.authority.salesperson),
        salesManager: cents(canary.authority.salesManager),
      },
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
      /"(cost|buyRate|appraisal|acv|salesManager|discountAuthority|lostReason|minimumCashDown)":[^n]/,
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
    generalManager: "desk",
    admin: "desk",
  });
});
