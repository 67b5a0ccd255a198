import * as fc from "#tests/support/seeded-fast-check";
import { describe, expect, test } from "vitest";
import { numbersFrom } from "#machines/deal/deal-view";
import { viewOf } from "#machines/deal/view-of-deal";
import { type DocumentFacts, plainCircumstances } from "#machines/jacket/document-facts";
import { documentKinds, fundingPlace, isMoneyPaper } from "#machines/jacket/document-kinds";
import { documentRules, odometerCounts } from "#machines/jacket/document-rule-table";
import { documentsFor, requiredDocuments } from "#machines/jacket/required-documents";
import { paymentMethods } from "#machines/stages/finance";
import { aDeal } from "#tests/support/a-deal";
import { depositEvents, fniEvents, settled, told } from "#tests/support/judged-deal";

const cash: DocumentFacts = {
  ...plainCircumstances,
  country: "us",
  region: "IL",
  condition: "new",
  modelYear: 2026,
  sellingPrice: 3_800_000,
  contractYear: 2026,
  method: "cash",
  trades: [],
  accepted: [],
  declined: [],
  incentivesClaimed: [],
};
const everyDeal = [
  "buyersOrder",
  "titleApplication",
  "odometerStatement",
  "licenceCopy",
  "insuranceProof",
  "dueBill",
  "deliveryReceipt",
];
const used = [...everyDeal.slice(0, 3), "buyersGuide", ...everyDeal.slice(3)];
/** Receipts are there because money moved, not because a rule asks. */
const ruled = documentKinds.filter((kind) => !isMoneyPaper(kind));
const keysOf = (facts: DocumentFacts) => documentsFor(facts).map(({ key }) => key);
const beside = (facts: Partial<DocumentFacts>, base = everyDeal) =>
  keysOf({ ...cash, ...facts }).filter((key) => !base.includes(key));

describe("[J1] which documents a deal must contain", () => {
  test("a new car for cash has the fewest", () => expect(keysOf(cash)).toEqual(everyDeal));

  test.each<[string, Partial<DocumentFacts>, string[]]>([
    ["finance", { method: "finance" }, ["retailContract", "creditApplication", "privacyNotice", "creditScoreNotice"]],
    ["a lease", { method: "lease" }, ["leaseAgreement", "creditApplication", "privacyNotice", "creditScoreNotice"]],
    ["finance by a business", { method: "finance", buyerKind: "business" }, ["retailContract", "creditApplication"]],
    ["a refusal", { decision: "declined" }, ["adverseAction"]],
    ["a product taken", { accepted: ["vsc"] }, ["menuRecord", "productContract:vsc"]],
    ["a product refused", { declined: ["gap"] }, ["menuRecord", "productWaiver"]],
    ["an incentive with a condition", { incentivesClaimed: ["military"] }, ["incentiveProof:military"]],
    ["a co-buyer", { coBuyer: true }, ["licenceCopy:coBuyer"]],
    [
      "a co-buyer on credit",
      { coBuyer: true, method: "lease" },
      [
        "leaseAgreement",
        "creditApplication",
        "creditApplication:coBuyer",
        "licenceCopy:coBuyer",
        "privacyNotice",
        "creditScoreNotice",
        "creditScoreNotice:coBuyer",
      ],
    ],
    [
      "a car that leaves before the lender's word",
      { method: "finance", deliveredBeforeApproval: true },
      ["retailContract", "creditApplication", "conditionalDelivery", "privacyNotice", "creditScoreNotice"],
    ],
    [
      "a trade that is owned",
      { trades: [{ car: 1, modelYear: 2019, ownership: "owned" }] },
      ["tradeOdometerStatement:1", "tradeTitle:1"],
    ],
    [
      "a trade that is owed on, and one that is leased",
      {
        trades: [
          { car: 1, modelYear: 2019, ownership: "financed" },
          { car: 2, modelYear: 2009, ownership: "leased" },
        ],
      },
      [
        "tradeOdometerStatement:1",
        "payoffAuthorisation:1",
        "payoffAuthorisation:2",
        "titlePowerOfAttorney:1",
        "titlePowerOfAttorney:2",
      ],
    ],
    [
      "a lender that wants proof of income and residence",
      { lender: { name: "Harbor Credit Union", asksFor: ["incomeProof", "residenceProof"] } },
      ["incomeProof", "residenceProof"],
    ],
    [
      "a lender that wants the agreement to provide a title",
      { lender: { name: "Harbor Credit Union", asksFor: ["titlePowerOfAttorney"] } },
      ["titlePowerOfAttorney"],
    ],
  ])("%s adds its own", (_, facts, expected) => expect(beside(facts)).toEqual(expected));

  test("a used car has its window form, but for the states with one of their own", () => {
    expect(keysOf({ ...cash, condition: "used" })).toEqual(used);
    expect(keysOf({ ...cash, condition: "certified" })).toEqual(used);
    for (const region of ["ME", "WI"]) expect(keysOf({ ...cash, condition: "used", region })).toEqual(everyDeal);
  });

  test("a cheaper used car in California has an option to cancel; a dear one, a lease and a business have none", () => {
    const inCalifornia = { condition: "used", region: "CA" } as const;
    expect(beside(inCalifornia, used)).toEqual(["cancellationOption"]);
    expect(beside({ ...inCalifornia, sellingPrice: 4_000_000 }, used)).toEqual([]);
    expect(beside({ ...inCalifornia, method: "lease", buyerKind: "business" }, used)).not.toContain(
      "cancellationOption",
    );
  });

  test("no contract subject to later approval where the state forbids it", () => {
    const spot = { method: "finance", deliveredBeforeApproval: true } as const;
    expect(beside({ ...spot, region: "MI" })).not.toContain("conditionalDelivery");
    expect(beside({ ...spot, region: "OH" })).toContain("conditionalDelivery");
  });

  test("Canada has none of the federal papers of the United States", () => {
    const ontario = { country: "ca", region: "ON", method: "finance", condition: "used" } as const;
    for (const kind of ["odometerStatement", "buyersGuide", "privacyNotice", "creditScoreNotice"])
      expect(keysOf({ ...cash, ...ontario })).not.toContain(kind);
  });

  test.each([
    [2010, 2026, false],
    [2011, 2026, true],
    [2011, 2030, true],
    [2011, 2031, false],
  ])("a mileage of model year %i in %i is disclosed: %s", (modelYear, contractYear, disclosed) =>
    expect(odometerCounts(modelYear, contractYear)).toBe(disclosed),
  );
});

describe("[J1] from a card", () => {
  const documents = (state = settled(aDeal())) => requiredDocuments(numbersFrom(viewOf(state, "customer")));
  test("a settled, financed deal with a trade that is owed on", () => {
    const keys = documents().map(({ key }) => key);
    for (const key of ["retailContract", "payoffAuthorisation:1", "tradeOdometerStatement:1"])
      expect(keys).toContain(key);
    expect(keys).toContain("productWaiver");
  });

  test("an accepted product has its own contract; a menu left out has no papers", () => {
    const sold = told(aDeal(), ...fniEvents("accepted"), ...depositEvents);
    expect(documents(sold).map(({ key }) => key)).toContain("productContract:vscPlus");
    const left = told(sold, { type: "stage.skipped", stage: "fni", reason: "notWanted" });
    expect(documents(left).map(({ kind }) => kind)).not.toContain("menuRecord");
  });

  test("no vehicle, no documents", () => expect(documents(aDeal({ vehicle: null }))).toEqual([]));
});

describe("[J1] whatever the deal", () => {
  const anyFacts: fc.Arbitrary<DocumentFacts> = fc.record({
    country: fc.constantFrom("us" as const, "ca" as const, null),
    region: fc.constantFrom("IL", "CA", "MI", "ME", "VA", "ON"),
    condition: fc.constantFrom("new" as const, "certified" as const, "used" as const),
    modelYear: fc.integer({ min: 1990, max: 2027 }),
    sellingPrice: fc.integer({ min: 100_000, max: 9_000_000 }),
    contractYear: fc.integer({ min: 2026, max: 2035 }),
    method: fc.constantFrom(...paymentMethods),
    trades: fc
      .array(fc.constantFrom("owned" as const, "financed" as const, "leased" as const, null), { maxLength: 3 })
      .map((owned) => owned.map((ownership, index) => ({ car: index + 1, modelYear: 2015, ownership }))),
    accepted: fc.uniqueArray(fc.constantFrom("vsc", "gap", "key"), { maxLength: 3 }),
    declined: fc.uniqueArray(fc.constantFrom("theft", "tireAndWheel"), { maxLength: 2 }),
    incentivesClaimed: fc.uniqueArray(fc.constantFrom("military", "graduate"), { maxLength: 2 }),
    coBuyer: fc.boolean(),
    buyerKind: fc.constantFrom("person" as const, "business" as const),
    lender: fc.option(fc.record({ name: fc.constant("A lender"), asksFor: fc.uniqueArray(fc.constantFrom(...ruled)) })),
    decision: fc.constantFrom("none" as const, "approved" as const, "declined" as const),
    deliveredBeforeApproval: fc.boolean(),
  });

  test("[C4] what one applicant says of themselves is theirs alone to sign", () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        for (const { kind, about, signers } of documentsFor(facts))
          if (kind === "creditApplication" || kind === "creditScoreNotice")
            expect(signers).toEqual([about === "coBuyer" ? "coBuyer" : "buyer"]);
      }),
    );
  });

  test("each document once, in funding order, with a reason and signers that are at the deal", () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        const documents = documentsFor(facts);
        const keys = documents.map(({ key }) => key);
        expect(new Set(keys).size).toBe(keys.length);
        const places = documents.map(({ kind }) => fundingPlace(kind));
        expect(places).toEqual(places.toSorted((one, other) => one - other));
        for (const { signers, signing } of documents) {
          if (!facts.coBuyer) expect(signers).not.toContain("coBuyer");
          if (signing === "none") expect(signers).toEqual([]);
        }
        for (const kind of facts.lender?.asksFor ?? []) expect(documents.some((one) => one.kind === kind)).toBe(true);
      }),
    );
  });

  test("there is one contract for what is borrowed or leased, and none for cash", () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        const contracts = documentsFor({ ...facts, lender: null }).filter(({ signing }) => signing === "vault");
        expect(contracts.length).toBe(facts.method === "cash" ? 0 : 1);
      }),
    );
  });

  test("every kind but the receipts of moved money has exactly one rule, in the order of the kinds", () =>
    expect(documentRules.map(({ kind }) => kind)).toEqual(ruled));
});
