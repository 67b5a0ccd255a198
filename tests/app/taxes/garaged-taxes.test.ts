import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import type { DealEdit } from "#machines/deal/deal-events";
import { cents } from "#machines/money/cents";
import { plainDate } from "#machines/money/plain-date";
import { ppm } from "#machines/money/rate";
import type { Actor } from "#machines/store/actor";
import { readJournal } from "#app/deals/read-journal.server";
import { readDealView } from "#app/deals/read-deal.server";
import type { GaragedPlace } from "#app/deals/deal-resolvers.server";
import { submitDealEvent } from "#app/deals/submit-deal-event.server";
import { confirmRulePack } from "#app/taxes/confirm-rule-pack.server";
import { garagedTaxes } from "#app/taxes/garaged-taxes.server";
import { addLocalRate, localRateFor } from "#app/taxes/local-rates.server";
import { lookUpTaxes } from "#app/taxes/look-up-taxes.server";
import { anOpenDeal, aStore, connectTestPorts } from "#tests/app/desk/desk-store";
import { aStorePolicy, customer, fniManager, salesperson } from "#tests/support/a-deal";
import { testDatabase } from "#tests/support/test-database";

await testDatabase();
connectTestPorts();

const today = plainDate("2026-11-28");
const place = (rooftopId: string, region: string, change: Partial<GaragedPlace> = {}): GaragedPlace => ({
  rooftopId,
  policy: aStorePolicy({ rooftopId }),
  region,
  postcode: "43215",
  registrant: false,
  today,
  deliveryDay: null,
  ...change,
});
const confirm = (rooftopId: string, packId: string, version = "2026-01", rest = {}) =>
  confirmRulePack({
    rooftopId,
    packId,
    version,
    staffId: "staff-1",
    staffName: "Orla Whitcombe",
    note: "Read",
    governmentFees: null,
    ...rest,
  });
const rate = (rooftopId: string, postcodePrefix: string, ratePpm: number, validFrom = "2026-01-01") =>
  addLocalRate({
    rooftopId,
    packId: "us-oh",
    postcodePrefix,
    ratePpm: ppm(ratePpm),
    validFrom: plainDate(validFrom),
    source: "County",
    staffName: "Orla",
  });

describe("[X5] whose taxes a place has, as far as the store has confirmed them", () => {
  it("nowhere we know is nothing", async () => {
    expect(await garagedTaxes(place(await aStore(), "Bavaria"))).toBeNull();
  });

  it("[X4] not confirmed: the gap is told and no rule is given", async () => {
    expect(await garagedTaxes(place(await aStore(), "Ohio"))).toMatchObject({
      jurisdiction: "us-oh",
      rule: null,
      gap: "notConfirmed",
    });
  });

  it("verified in its file: used without a word, its leases included only where they are verified", async () => {
    const store = await aStore();
    expect(await garagedTaxes(place(store, "TN"))).toMatchObject({ gap: "localRateMissing", rule: { id: "us-tn" } });
    const quebec = await garagedTaxes(place(store, "QC", { postcode: "H2X 1Y4" }));
    expect(quebec).toMatchObject({ gap: null, rule: { id: "ca-qc", lease: { method: "notEstablished" } } });
  });

  it("confirmed: the version of the day, with the local rate of the postcode and the fees of the place", async () => {
    const store = await aStore();
    await confirm(store, "us-oh", "2026-01", {
      governmentFees: [{ code: "title", name: "Title", amount: cents(1_500) }],
    });
    expect(await garagedTaxes(place(store, "OH"))).toMatchObject({ gap: "localRateMissing" });
    await rate(store, "432", 17_500);
    expect(await garagedTaxes(place(store, "OH"))).toMatchObject({
      gap: null,
      governmentFees: [{ code: "title", amount: 1_500 }],
      rule: { version: "2026-01", components: [{ name: "state" }, { name: "county", ratePpm: 17_500 }] },
    });
  });

  it("one version confirmed is not the next one's word", async () => {
    const store = await aStore();
    await confirm(store, "us-mi", "2026-01");
    expect(await garagedTaxes(place(store, "MI"))).toMatchObject({ gap: null, dateBasis: "delivery" });
    const later = { today: plainDate("2027-01-02") };
    expect(await garagedTaxes(place(store, "MI", later))).toMatchObject({ gap: "notConfirmed" });
    const delivered = { deliveryDay: plainDate("2027-01-02") };
    expect(await garagedTaxes(place(store, "MI", delivered))).toMatchObject({ gap: "notConfirmed" });
    await confirm(store, "us-mi", "2027-01");
    expect(await garagedTaxes(place(store, "MI", delivered))).toMatchObject({
      rule: { version: "2027-01", tradeCredit: { cap: 1_300_000, vehicles: 1 } },
    });
  });

  it("in its own state the store's own rule holds, until it confirms a pack there", async () => {
    const store = await aStore();
    expect(await garagedTaxes(place(store, "IL"))).toMatchObject({ jurisdiction: "us-il", rule: null, gap: null });
    await confirm(store, "us-il", "2022-01");
    expect(await garagedTaxes(place(store, "Illinois"))).toMatchObject({ rule: { id: "us-il" } });
  });

  it("a tax that is stated by hand, and a day no version is law on", async () => {
    const store = await aStore();
    await confirm(store, "us-dc");
    expect(await garagedTaxes(place(store, "DC"))).toMatchObject({ rule: null, gap: "byHand" });
    expect(await garagedTaxes(place(store, "WA", { today: plainDate("2028-07-01") }))).toMatchObject({
      gap: "notInForce",
    });
  });
});

describe("the local rate of a postcode", () => {
  it("the longest prefix, of it the newest that holds already; none is none", async () => {
    const store = await aStore();
    await rate(store, "43", 10_000);
    await rate(store, "43215", 17_500);
    await rate(store, "43215", 20_000, "2026-12-01");
    const on = (postcode: string, day = "2026-11-28") => localRateFor(store, "us-oh", postcode, plainDate(day));
    expect(await on("43215-1234")).toBe(17_500);
    expect(await on("43215", "2026-12-01")).toBe(20_000);
    expect(await on("43901")).toBe(10_000);
    expect(await on("50301")).toBeNull();
    expect(await localRateFor(await aStore(), "us-oh", "43215", today)).toBeNull();
  });
});

describe("[X5] at the door", () => {
  const say = (dealId: string, actor: Actor, event: DealEdit) =>
    submitDealEvent({ dealId, editId: randomUUID(), actor, event });
  const keepAt = (region: string, postcode = "43215"): DealEdit => ({
    type: "taxes.garagingRequested",
    address: { street: "9 Canal Street", city: "Columbus", region, postcode },
    registrant: false,
  });
  const home = (region: string): DealEdit => ({
    type: "customer.addressStated",
    street: "9 Canal Street",
    city: "Columbus",
    region,
    postcode: "43215",
  });

  it("a customer says where, and the whole rule is journalled with the deal", async () => {
    const store = await aStore();
    await confirm(store, "us-oh");
    await rate(store, "432", 17_500);
    const dealId = await anOpenDeal(store);
    expect(await say(dealId, customer, keepAt("Ohio"))).toEqual({ status: "applied", revision: 2 });
    const [, row] = await readJournal(dealId, 0);
    expect(row?.event).toMatchObject({
      type: "taxes.ruleApplied",
      jurisdiction: "us-oh",
      rule: { version: "2026-01" },
    });
    const view = await readDealView(dealId, "customer");
    expect(view?.card.taxes.rule?.components).toHaveLength(2);
  });

  it("a region nobody knows and a home nobody gave are refused with their field", async () => {
    const dealId = await anOpenDeal(await aStore());
    expect(await say(dealId, customer, keepAt("Bavaria"))).toMatchObject({
      refusal: { code: "regionUnknown", field: "region" },
    });
    const atHome: DealEdit = { type: "taxes.garagingRequested", address: null, registrant: false };
    expect(await say(dealId, customer, atHome)).toMatchObject({ refusal: { code: "homeAddressMissing" } });
  });

  it("[X9] a salesperson does not state a line by hand; the finance manager does", async () => {
    const store = await aStore();
    const dealId = await anOpenDeal(store);
    const edit: DealEdit = { type: "taxes.lineOverridden", code: "tax.stateAndLocal", amount: cents(1), reason: "X" };
    const here = { rooftopId: store };
    expect(await say(dealId, { ...(salesperson as object), ...here } as Actor, edit)).toMatchObject({
      refusal: { code: "notAllowed" },
    });
    expect(await say(dealId, { ...(fniManager as object), ...here } as Actor, edit)).toMatchObject({
      status: "applied",
    });
  });

  it("a new home address is followed once, however often the job runs", async () => {
    const store = await aStore();
    await confirm(store, "us-oh");
    await rate(store, "432", 17_500);
    const dealId = await anOpenDeal(store);
    await say(dealId, customer, home("OH"));
    await lookUpTaxes(dealId, 2);
    await lookUpTaxes(dealId, 2);
    expect((await readJournal(dealId, 0)).map(({ event }) => event.type)).toEqual([
      "deal.started",
      "customer.addressStated",
      "taxes.ruleApplied",
    ]);
    const view = await readDealView(dealId, "customer");
    expect(view?.card.taxes).toMatchObject({ jurisdiction: "us-oh", gap: null, garaging: { sameAsHome: true } });
  });

  it("a car that is kept elsewhere stays there when its owner moves", async () => {
    const store = await aStore();
    const dealId = await anOpenDeal(store);
    await say(dealId, customer, keepAt("OH"));
    await say(dealId, customer, home("KY"));
    await lookUpTaxes(dealId, 3);
    expect((await readDealView(dealId, "customer"))?.card.taxes).toMatchObject({
      jurisdiction: "us-oh",
      garaging: { sameAsHome: false, region: "OH" },
    });
  });
});
