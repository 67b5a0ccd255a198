import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { plainDate } from "#machines/money/plain-date";
import type { Actor } from "#machines/store/actor";
import { changeSentence } from "#app/deal-card/change-sentence";
import { readJournal } from "#app/deals/read-journal.server";
import { readDealChanges, readDealView } from "#app/deals/read-deal.server";
import { submitDealEvent } from "#app/deals/submit-deal-event.server";
import { runDueJobs } from "#app/platform/jobs.server";
import { action, loader } from "#app/routes/store.taxes";
import { lookUpTaxes } from "#app/taxes/look-up-taxes.server";
import { reviewDeals } from "#app/taxes/review-open-deals.server";
import type { TaxActAnswer } from "#app/taxes/store-taxes";
import {
  aCustomerOf,
  anOpenDeal,
  aReadyDeal,
  aStore,
  connectTestPorts,
  get,
  post,
  signedIn,
} from "#tests/app/desk/desk-store";
import { customer, fniManager, system } from "#tests/support/a-deal";
import { testDatabase } from "#tests/support/test-database";

const db = await testDatabase();
connectTestPorts();

const context = { nonce: "", requestId: "", clientAddress: "" };
const look = (cookie: string | null, search = "") =>
  loader({ request: get(`/store/taxes${search}`, cookie), params: {}, context });
const act = (cookie: string | null, fields: Record<string, string>): Promise<TaxActAnswer> =>
  action({ request: post("/store/taxes", cookie, fields), params: {}, context });

async function statusOf(answer: Promise<unknown>): Promise<number> {
  const thrown = await answer.then(
    () => null,
    (error: unknown) => error,
  );
  if (!(thrown instanceof Response)) throw new Error("it was not refused");
  return thrown.status;
}

const confirming = (fields: Record<string, string> = {}) => ({
  act: "confirm",
  place: "us-oh",
  version: "2026-01",
  note: "Department of Taxation, page of 3 October",
  title: "",
  registration: "",
  plates: "",
  ...fields,
});
const adding = (fields: Record<string, string> = {}) => ({
  act: "addRate",
  place: "us-oh",
  prefix: "432 15",
  rate: "1,75",
  validFrom: "2026-01-01",
  source: "County auditor",
  ...fields,
});
const standingOf = async (cookie: string, place: string) =>
  (await look(cookie)).rows.find(({ id }) => id === place)?.inForce?.standing;

describe("[X4] whose word counts", () => {
  it("a salesperson, a sales manager, the finance manager and a customer neither read nor confirm", async () => {
    const store = await aStore();
    for (const role of ["salesperson", "salesManager", "fniManager", "merchandiser"] as const) {
      const { cookie } = await signedIn(store, role);
      expect(await statusOf(look(cookie))).toBe(403);
      expect(await statusOf(act(cookie, confirming()))).toBe(403);
      expect(await statusOf(act(cookie, adding()))).toBe(403);
    }
    const customer = await aCustomerOf(await anOpenDeal(store));
    expect(await statusOf(look(customer))).toBe(302);
    expect(await statusOf(act(customer, confirming()))).toBe(302);
    expect(await db.prisma.rulePackConfirmation.count({ where: { rooftopId: store } })).toBe(0);
  });

  it("the controller confirms with what was read; it is written down and taken back with why", async () => {
    const store = await aStore();
    const { cookie } = await signedIn(store, "controller", "Orla");
    expect(await standingOf(cookie, "us-oh")).toBe("off");
    expect(await standingOf(cookie, "us-tn")).toBe("verified");
    expect(await act(cookie, confirming({ title: "15", plates: "$12.50" }))).toEqual({
      act: "confirm",
      problems: [],
      refused: null,
    });
    expect(await standingOf(cookie, "us-oh")).toBe("confirmed");
    const { detail } = await look(cookie, "?place=us-oh");
    expect(detail?.confirmations).toMatchObject([
      {
        version: "2026-01",
        staffName: "Orla Okafor",
        note: "Department of Taxation, page of 3 October",
        governmentFees: [
          { code: "title", amount: 1_500 },
          { code: "plates", amount: 1_250 },
        ],
        withdrawnAt: null,
      },
    ]);
    const [{ id = "" } = {}] = detail?.confirmations ?? [];
    expect((await act(cookie, { act: "withdraw", id, note: "" })).problems).toEqual(["note"]);
    expect((await act(cookie, { act: "withdraw", id, note: "The rate moved" })).refused).toBeNull();
    expect((await act(cookie, { act: "withdraw", id, note: "Again" })).refused).toBe("gone");
    expect(await standingOf(cookie, "us-oh")).toBe("off");
    const after = await look(cookie, "?place=us-oh");
    expect(after.detail?.confirmations).toMatchObject([
      { withdrawnBy: "Orla Okafor", withdrawnNote: "The rate moved" },
    ]);
    expect((await act(cookie, confirming())).refused).toBeNull();
  });

  it("two presses at once are one word; another store's word is not ours", async () => {
    const [store, other] = [await aStore(), await aStore()];
    const { cookie } = await signedIn(store, "admin");
    const answers = await Promise.all([act(cookie, confirming()), act(cookie, confirming())]);
    expect(answers.map(({ refused }) => refused).sort()).toEqual([null, "there"].sort());
    const there = await signedIn(other, "admin");
    expect(await standingOf(there.cookie, "us-oh")).toBe("off");
    const { detail } = await look(cookie, "?place=us-oh");
    const [{ id = "" } = {}] = detail?.confirmations ?? [];
    expect((await act(there.cookie, { act: "withdraw", id, note: "Not mine" })).refused).toBe("gone");
    expect(await standingOf(cookie, "us-oh")).toBe("confirmed");
  });

  it("what cannot be is told by its field", async () => {
    const { cookie } = await signedIn(await aStore(), "admin");
    expect((await act(cookie, confirming({ note: " " }))).problems).toEqual(["note"]);
    expect((await act(cookie, confirming({ place: "us-zz" }))).problems).toEqual(["place"]);
    expect((await act(cookie, confirming({ version: "1999-01" }))).refused).toBe("unknown");
    expect((await act(cookie, confirming({ title: "fifteen" }))).problems).toEqual(["title"]);
    expect((await act(cookie, confirming({ plates: "-3" }))).problems).toEqual(["plates"]);
    expect((await act(cookie, { act: "teleport" })).problems).toEqual(["act"]);
    expect((await act(cookie, adding({ validFrom: "2026-02-30" }))).problems).toEqual(["validFrom"]);
    expect((await act(cookie, adding({ rate: "825" }))).problems).toEqual(["rate"]);
    expect((await act(cookie, adding({ rate: "21" }))).problems).toEqual(["rate"]);
    expect((await act(cookie, adding({ prefix: "--", source: "" }))).problems.toSorted()).toEqual(["prefix", "source"]);
  });
});

describe("[X4] [X12] the controller's word reaches the deals that are open", () => {
  const keptIn = (dealId: string, region: string, postcode = "46204") =>
    submitDealEvent({
      dealId,
      editId: randomUUID(),
      actor: customer,
      event: {
        type: "taxes.garagingRequested",
        address: { street: "9 Canal Street", city: "Columbus", region, postcode },
        registrant: false,
      },
    });
  const typesOf = async (dealId: string) => (await readJournal(dealId, 0)).map(({ event }) => event.type);
  const taxesOf = async (dealId: string) => (await readDealView(dealId, "customer"))?.card.taxes;
  const indiana = (cookie: string) => act(cookie, confirming({ place: "us-in" }));

  it("confirmed and withdrawn, each is an event of every deal garaged there, once, and of no other", async () => {
    const store = await aStore();
    const { cookie } = await signedIn(store, "controller", "Linus");
    const [there, elsewhere, frozen] = [await anOpenDeal(store), await anOpenDeal(store), await aReadyDeal(store)];
    await keptIn(there, "IN");
    await keptIn(elsewhere, "OH");
    expect(await taxesOf(there)).toMatchObject({ jurisdiction: "us-in", gap: "notConfirmed", rule: null });
    const before = await readJournal(frozen.dealId, 0);
    expect((await indiana(cookie)).refused).toBeNull();
    await runDueJobs();
    expect(await taxesOf(there)).toMatchObject({ gap: null, rule: { id: "us-in" } });
    expect(await typesOf(there)).toEqual(["deal.started", "taxes.ruleApplied", "taxes.ruleConfirmed"]);
    expect(await typesOf(elsewhere)).toEqual(["deal.started", "taxes.ruleApplied"]);
    expect(await readJournal(frozen.dealId, 0)).toEqual(before);
    const [{ id = "" } = {}] = (await look(cookie, "?place=us-in")).detail?.confirmations ?? [];
    expect((await act(cookie, { act: "withdraw", id, note: "The rate moved" })).refused).toBeNull();
    await runDueJobs();
    await reviewDeals({ rooftopId: store, place: "us-in", because: "withdrawn", word: id });
    expect(await taxesOf(there)).toMatchObject({ gap: "notConfirmed", rule: null });
    expect(await typesOf(there)).toEqual([
      "deal.started",
      "taxes.ruleApplied",
      "taxes.ruleConfirmed",
      "taxes.ruleWithdrawn",
    ]);
  });

  it("the customer reads why, with what it did to the figures, in both languages", async () => {
    const store = await aStore();
    const { cookie } = await signedIn(store, "controller", "Linus");
    const dealId = await anOpenDeal(store);
    await keptIn(dealId, "IN");
    await indiana(cookie);
    await runDueJobs();
    const told = (await readDealChanges(dealId, "customer")).at(-1)!;
    const said = (locale: "en" | "fr") =>
      changeSentence(told, {
        locale,
        timeZone: "America/Chicago",
        you: { kind: "customer" },
        storeName: "Lakeside Motors",
        productKinds: {},
      });
    expect(said("en").cause).toBe("The store confirmed the tax rules of Indiana. The taxes of Indiana apply.");
    expect(said("fr").cause).toContain("La concession a confirmé les règles de taxe");
    expect(told.numbers?.parts.map(({ code }) => code)).toContain("taxesAndFees");
  });

  it("a frozen deal keeps the law it was frozen under; reopened, its taxes are looked up again", async () => {
    const store = await aStore();
    const { cookie } = await signedIn(store, "controller", "Linus");
    const { dealId } = await aReadyDeal(store);
    await keptIn(dealId, "IL", "60614");
    const { revision } = (await readJournal(dealId, 0)).at(-1)!;
    await submitDealEvent({
      dealId,
      editId: randomUUID(),
      actor: system,
      event: { type: "deal.frozen", contractDate: plainDate("2026-11-28") },
      seenRevision: revision,
    });
    expect((await readDealView(dealId, "customer"))?.life).toBe("contracting");
    const journal = await readJournal(dealId, 0);
    expect((await act(cookie, confirming({ place: "us-il", version: "2022-01" }))).refused).toBeNull();
    await runDueJobs();
    expect(await readJournal(dealId, 0)).toEqual(journal);
    const reopened = await submitDealEvent({
      dealId,
      editId: randomUUID(),
      actor: { ...(fniManager as object), rooftopId: store } as Actor,
      event: { type: "deal.reopened", reason: "The lender wants another term" },
      seenRevision: revision + 1,
    });
    expect(reopened).toMatchObject({ status: "applied", revision: revision + 2 });
    await lookUpTaxes(dealId, revision + 2);
    expect((await typesOf(dealId)).slice(-2)).toEqual(["deal.reopened", "taxes.ruleApplied"]);
    expect(await taxesOf(dealId)).toMatchObject({ gap: "localRateMissing", rule: { id: "us-il", version: "2022-01" } });
  });

  it("a local rate reaches the postcodes it is for, and leaves the others without a word", async () => {
    const store = await aStore();
    const { cookie } = await signedIn(store, "controller", "Linus");
    await act(cookie, confirming());
    await runDueJobs();
    const [here, there] = [await anOpenDeal(store), await anOpenDeal(store)];
    await keptIn(here, "OH", "43215");
    await keptIn(there, "OH", "45202");
    await act(cookie, adding());
    await runDueJobs();
    expect(await taxesOf(here)).toMatchObject({ gap: null });
    expect((await typesOf(here)).at(-1)).toBe("taxes.localRateChanged");
    expect((await typesOf(there)).at(-1)).toBe("taxes.ruleApplied");
  });
});

describe("what the page shows", () => {
  it("every place, with the version in force; one whole with source, examples and all its versions", async () => {
    const { cookie } = await signedIn(await aStore(), "admin");
    const page = await look(cookie, "?place=us-mi&version=2027-01");
    expect(page.rows).toHaveLength(64);
    expect(page.ownPlace).toBe("us-il");
    expect(page.detail).toMatchObject({ id: "us-mi", shown: { version: "2027-01", validFrom: "2027-01-01" } });
    expect(page.detail?.versions).toHaveLength(11);
    expect(page.detail?.shown.source).toMatch(/Michigan/);
    // 40,000.00 and the documentation fee of 280.00 less 13,000.00 of the trade-in, at 6 %.
    expect(page.detail?.shown.examples.find(({ about }) => about === "trade")?.total).toBe(163_680);
    expect((await look(cookie, "?place=nowhere")).detail).toBeNull();
  });

  it("a tax that is stated by hand has no example", async () => {
    const { cookie } = await signedIn(await aStore(), "admin");
    expect((await look(cookie, "?place=us-dc")).detail?.shown).toMatchObject({ components: null, examples: [] });
  });
});

describe("the local rates", () => {
  it("are added once for a prefix and a day, and ended by their row", async () => {
    const store = await aStore();
    const { cookie } = await signedIn(store, "admin");
    expect((await act(cookie, adding())).refused).toBeNull();
    expect((await act(cookie, adding({ prefix: "43215" }))).refused).toBe("there");
    expect((await act(cookie, adding({ validFrom: "2027-01-01", rate: "2" }))).refused).toBeNull();
    const { detail } = await look(cookie, "?place=us-oh");
    expect(
      detail?.localRates.map(({ postcodePrefix, ratePpm, validFrom }) => [postcodePrefix, ratePpm, validFrom]),
    ).toEqual([
      ["43215", 20_000, "2027-01-01"],
      ["43215", 17_500, "2026-01-01"],
    ]);
    const [{ id = "" } = {}] = detail?.localRates ?? [];
    const other = await signedIn(await aStore(), "admin");
    expect((await act(other.cookie, { act: "removeRate", id })).refused).toBe("gone");
    expect((await act(cookie, { act: "removeRate", id })).refused).toBeNull();
    expect((await act(cookie, { act: "removeRate", id: `rate-${randomUUID()}` })).refused).toBe("gone");
    expect((await look(cookie, "?place=us-oh")).detail?.localRates).toHaveLength(1);
    // Who ended it stays on record.
    expect(await db.prisma.localTaxRate.count({ where: { rooftopId: store, removedBy: "Maya Okafor" } })).toBe(1);
  });
});
