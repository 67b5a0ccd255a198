import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { action, loader } from "#app/routes/store.taxes";
import type { TaxActAnswer } from "#app/taxes/store-taxes";
import { aCustomerOf, anOpenDeal, aStore, connectTestPorts, get, post, signedIn } from "#tests/app/desk/desk-store";
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
    for (const role of ["salesperson", "salesManager", "fniManager"] as const) {
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

  it("the general manager confirms with what was read; it is written down and taken back with why", async () => {
    const store = await aStore();
    const { cookie } = await signedIn(store, "generalManager", "Orla");
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
