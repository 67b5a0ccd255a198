import { type Cents, cents } from "#machines/money/cents";
import { plainDate } from "#machines/money/plain-date";
import type { DealEdit } from "#machines/deal/deal-events";
import type { FundingState } from "#app/lenders/funding-states";
import type { CarColour } from "./car-art/car-art-catalog";
import { handoverChecks, type StandardWorkCode } from "#machines/stages/handover";
import type { ConditionAnswers } from "#machines/stages/trade";
import type { Applicant } from "./play-credit";

interface VehicleWish {
  condition: "new" | "certified" | "used";
  body?: string;
  fuel?: string;
}

/** What a story cannot write down beforehand because it depends on what the door answered. */
type StoryAct =
  | { do: "payDeposit" | "deposit declined" | "acceptOffer" }
  | { do: "counterOffer"; counter: Cents }
  | { do: "bookSlot"; dayAhead: number; slot: number }
  | { do: "answerProducts"; accept: readonly string[] }
  | { do: "promiseItem"; text: string; cost: Cents; dueInDays: number }
  | { do: "sendPhotos"; colour: CarColour }
  | { do: "apply"; applicant: Applicant }
  | { do: "askLenders"; lenders: readonly string[] }
  | { do: "chooseLender"; lender: string }
  | { do: "clearStips" }
  | { do: "sendForFunding"; state: FundingState; reason: string }
  | { do: "swapVehicle"; vehicle: VehicleWish };

/** Who, then what. Staff by first name, as in staff.ts. */
export type StoryStep = readonly [who: string, what: DealEdit | StoryAct];

export interface DealStory {
  /** Ends the demo shopper's id. */
  key: string;
  vehicle: VehicleWish;
  walkIn?: true;
  /** Told only where the built-in lenders answer: a store's own are never asked for a demo. */
  lenders?: true;
  steps: readonly StoryStep[];
}

const dollars = (amount: number) => cents(amount * 100);
const me = (edit: DealEdit | StoryAct): StoryStep => ["customer", edit];

const named = (firstName: string, lastName: string): StoryStep =>
  me({
    type: "customer.identified",
    firstName,
    lastName,
    email: `${firstName}.${lastName}@example.test`.toLowerCase().replaceAll(" ", ""),
    phone: "",
  });
const livesAt = (street: string): StoryStep =>
  me({ type: "customer.addressStated", street, city: "Lakeside", region: "IL", postcode: "62104" });
const takenBy = (first: string, last: string): StoryStep => [
  first,
  { type: "staff.assignmentRequested", staffId: `staff-${first}-${last}`.toLowerCase() },
];
const maya = takenBy("Maya", "Okonjo");
const theron = takenBy("Theron", "Vale");
const walt = takenBy("Walt", "Emberly");

const condition = (answers: ConditionAnswers): StoryStep[] =>
  Object.entries(answers).map(([question, answer]) =>
    me({ type: "trade.conditionAnswered", question: question as keyof ConditionAnswers, answer }),
  );
const goodCondition = condition({
  warningLights: "none",
  accidents: "none",
  tires: "worn",
  body: "clean",
  interior: "clean",
  keys: "two",
  repairs: "none",
  serviceRecords: "full",
});
const tradeOf = (year: number, make: string, model: string, mileage: number): StoryStep[] => [
  me({ type: "trade.described", year, make, model, trim: "", mileage, vin: null }),
  ...goodCondition,
];
const owned = me({ type: "trade.ownershipStated", ownership: "owned" });
const financed = (lender: string, payoff: number): StoryStep[] => [
  me({ type: "trade.ownershipStated", ownership: "financed" }),
  me({
    type: "trade.payoffStated",
    lender,
    payoff: dollars(payoff),
    // Far enough ahead that the demo does not age overnight.
    payoffGoodThrough: plainDate("2030-12-31"),
  }),
];
const valued = me({ type: "trade.valuationRequested" });
const offered = (allowance: number, note = ""): StoryStep => [
  "Ines",
  {
    type: "trade.offerProposed",
    allowance: dollars(allowance),
    reasons: [
      { label: "Cars like yours nearby", amount: dollars(allowance - 250) },
      { label: "We want this model", amount: dollars(250) },
    ],
    note,
  },
];
const appraised = (acv: number, recon: number): StoryStep => [
  "Gus",
  { type: "trade.acvAppraised", acv: dollars(acv), recon: dollars(recon) },
];
const noTrade = me({ type: "stage.skipped", stage: "trade", reason: "noTrade" });
const terms = (termMonths: number, cashDown: number): StoryStep =>
  me({ type: "finance.cellAdopted", termMonths, cashDown: dollars(cashDown) });
const agreed = me({ type: "finance.termsAgreed" });
const pays = me({ do: "payDeposit" });
const picksUp = (dayAhead: number, slot = 2): StoryStep[] => [
  me({ type: "delivery.methodChosen", method: "pickup" }),
  me({ do: "bookSlot", dayAhead, slot }),
];
const later = (stage: "trade" | "finance" | "fni" | "deposit" | "delivery"): StoryStep =>
  me({ type: "stage.deferred", stage, remindAt: null });
const verified: StoryStep = ["Walt", { type: "customer.identityVerified", method: "license" }];
const note = (who: string, text: string): StoryStep => [who, { type: "note.added", text }];

/** Everything the checklist asks for, with cash and no trade: the shortest way to a contract. */
const ready = (firstName: string, lastName: string, street: string, dayAhead: number): StoryStep[] => [
  named(firstName, lastName),
  livesAt(street),
  maya,
  noTrade,
  terms(60, 3_000),
  me({ do: "answerProducts", accept: ["key"] }),
  agreed,
  pays,
  ...picksUp(dayAhead),
  walt,
  verified,
];
const frozen: StoryStep = ["Walt", { type: "deal.freezeRequested" }];
const contracted: StoryStep = ["Walt", { type: "deal.contracted" }];
const done = (who: string, ...items: StandardWorkCode[]): StoryStep[] =>
  items.map((item) => [who, { type: "handover.workDone", item, done: true }]);
const moneyIn = done("Walt", "funds", "lenderPapers", "registrationPapers");
const carReady = done("Maya", "insurance", "inspection", "detail", "energy", "plates");
/** The walk round the car, and both names under it. */
const handOver = (customer: string): StoryStep[] => [
  ...handoverChecks.map((check): StoryStep => ["Maya", { type: "handover.checked", check, done: true }]),
  me({ type: "handover.signRequested", party: "customer", name: customer, strokes: null }),
  ["Maya", { type: "handover.signRequested", party: "store", name: "Maya Okonjo", strokes: null }],
];

/** Applied, asked, agreed, signed, and the contract on its way to its lender. */
const funding = (
  [firstName, lastName, street]: readonly [string, string, string],
  applicant: Applicant,
  [lenderCode, lender]: readonly [string, string],
  became: { state: FundingState; reason: string },
): StoryStep[] => [
  named(firstName, lastName),
  livesAt(street),
  maya,
  noTrade,
  terms(60, 4_000),
  me({ do: "answerProducts", accept: ["gap"] }),
  walt,
  me({ do: "apply", applicant }),
  ["Walt", { do: "askLenders", lenders: [lenderCode] }],
  ["Walt", { do: "chooseLender", lender }],
  ["Walt", { do: "clearStips" }],
  agreed,
  pays,
  ...picksUp(6),
  verified,
  frozen,
  contracted,
  ["Walt", { do: "sendForFunding", ...became }],
];

/** A deal in every stage and state of the demo store. All people are invented. */
export const dealStories: readonly DealStory[] = [
  {
    key: "theo",
    vehicle: { condition: "new", body: "suv", fuel: "hybrid" },
    steps: [
      named("Theo", "Lindqvist"),
      maya,
      ...tradeOf(2019, "Corvane", "Tessa", 58_240),
      ...condition({ body: "scratches", interior: "worn", serviceRecords: "some" }),
      me({ do: "sendPhotos", colour: "graphite" }),
      me({
        type: "trade.damageMarked",
        markId: "theo-mark-1",
        place: "rearBumper",
        kind: "scratch",
        size: "hand",
        photoId: null,
      }),
      ...financed("Cedar Savings", 9_180),
      valued,
      me({ type: "trade.submitted" }),
      ["Gus", { type: "trade.reviewStarted" }],
      appraised(13_900, 650),
      me({ type: "trade.messageSent", text: "The scratch on the bumper is from a parking post." }),
      ["Ines", { type: "trade.messageSent", text: "Thank you, it is already in the figure." }],
      offered(14_500, "We have a buyer in mind for it."),
      me({ do: "acceptOffer" }),
      terms(60, 3_000),
      later("fni"),
      note("Maya", "His credit union quoted 560. Work the down, not the term."),
    ],
  },
  {
    key: "nadia",
    vehicle: { condition: "new", body: "sedan" },
    steps: [
      named("Nadia", "Brightwater"),
      livesAt("14 Harbor Lane"),
      maya,
      ...tradeOf(2018, "Halden", "Pico", 71_300),
      ...financed("Harbor Credit Union", 6_212),
      valued,
      offered(7_800),
      me({ do: "acceptOffer" }),
      terms(72, 1_500),
      me({ do: "answerProducts", accept: ["vsc", "gap"] }),
      agreed,
      walt,
      verified,
    ],
  },
  { key: "rosa", vehicle: { condition: "used", body: "pickup" }, steps: ready("Rosa", "Quill", "3 Alder Court", 2) },
  {
    key: "emil",
    vehicle: { condition: "new", body: "crossover" },
    steps: [...ready("Emil", "Vantongeren", "88 Marsh Road", 3), frozen],
  },
  {
    key: "adaeze",
    vehicle: { condition: "certified" },
    steps: [
      ...ready("Adaeze", "Okafor-Lind", "7 Quarry Street", 4),
      frozen,
      contracted,
      ...done("Walt", "funds", "registrationPapers"),
      ...done("Maya", "insurance", "inspection"),
      ["Maya", { type: "handover.tracked", step: "preparing", expectedAt: null, driver: "" }],
      ["Maya", { do: "promiseItem", text: "All-weather floor mats, fitted", cost: dollars(180), dueInDays: 12 }],
    ],
  },
  {
    key: "luca",
    vehicle: { condition: "used", body: "hatch" },
    steps: [
      ...ready("Luca", "Marchetti", "51 Birch Avenue", 5),
      frozen,
      contracted,
      ...moneyIn,
      ...carReady,
      ["Maya", { type: "handover.tracked", step: "preparing", expectedAt: null, driver: "" }],
      ["Maya", { type: "handover.tracked", step: "ready", expectedAt: null, driver: "" }],
      ["Maya", { do: "promiseItem", text: "Second key, cut and programmed", cost: dollars(140), dueInDays: 9 }],
      me({ type: "dueBill.signRequested", party: "customer", name: "Luca Marchetti", strokes: null }),
      ["Maya", { type: "dueBill.signRequested", party: "store", name: "Maya Okonjo", strokes: null }],
      ...handOver("Luca Marchetti"),
      ["Maya", { type: "deal.delivered" }],
      ["Walt", { type: "titleWork.stepDone", step: "application", done: true }],
    ],
  },
  {
    key: "wren",
    vehicle: { condition: "used", body: "sedan" },
    steps: [
      named("Wren", "Larkspur"),
      theron,
      noTrade,
      ["Theron", { type: "deal.lost", reason: "Bought a motorcycle instead" }],
    ],
  },
  {
    key: "june",
    vehicle: { condition: "new", body: "hatch" },
    steps: [
      named("June", "Abernathy"),
      theron,
      noTrade,
      terms(48, 4_500),
      me({ do: "answerProducts", accept: ["tireAndWheel"] }),
      agreed,
      pays,
      ...picksUp(3, 4),
      me({ do: "swapVehicle", vehicle: { condition: "new", body: "suv" } }),
    ],
  },
  {
    key: "kenji",
    vehicle: { condition: "new", fuel: "electric" },
    steps: [
      named("Kenji", "Nakagawa"),
      maya,
      ...tradeOf(2020, "Norden", "Vista", 41_900),
      owned,
      valued,
      appraised(13_600, 400),
      offered(14_000, "Good until we see it."),
    ],
  },
  {
    key: "ani",
    vehicle: { condition: "used", body: "suv" },
    steps: [
      named("Ani", "Petrossian"),
      noTrade,
      me({ type: "stage.skipped", stage: "finance", reason: "ownBank" }),
      later("fni"),
      me({ type: "stage.skipped", stage: "deposit", reason: "payAtStore" }),
      later("delivery"),
    ],
  },
  {
    key: "colette",
    vehicle: { condition: "new", body: "sedan" },
    steps: [
      named("Colette", "Delacroix"),
      maya,
      later("trade"),
      me({ type: "finance.methodChosen", method: "lease" }),
      pays,
    ],
  },
  {
    key: "harriet",
    vehicle: { condition: "used", body: "van" },
    steps: [
      named("Harriet", "Fairweather"),
      noTrade,
      me({ type: "finance.methodChosen", method: "cash" }),
      me({ type: "finance.cashDownSet", cashDown: cents(0) }),
      me({ type: "stage.skipped", stage: "fni", reason: "notWanted" }),
      agreed,
    ],
  },
  {
    key: "mateo",
    vehicle: { condition: "used", body: "crossover" },
    steps: [me({ type: "finance.creditBandStated", creditBand: "good" })],
  },
  {
    key: "ivy",
    vehicle: { condition: "certified" },
    walkIn: true,
    steps: [
      named("Ivy", "Whitlock"),
      theron,
      ...tradeOf(2015, "Corvane", "Ridge", 118_400),
      owned,
      valued,
      offered(8_000),
      me({ do: "counterOffer", counter: dollars(8_800) }),
      later("finance"),
      me({ do: "deposit declined" }),
      me({ type: "delivery.methodChosen", method: "home" }),
      me({
        type: "delivery.addressStated",
        street: "2 Orchard Row",
        city: "Lakeside",
        region: "IL",
        postcode: "62104",
      }),
      me({ do: "bookSlot", dayAhead: 2, slot: 1 }),
    ],
  },
  {
    key: "sol",
    vehicle: { condition: "used" },
    walkIn: true,
    steps: [
      named("Sol", "Ferreira"),
      maya,
      me({ type: "stage.deferred", stage: "vehicle", remindAt: null }),
      me({ type: "trade.described", year: 2017, make: "Halden", model: "Aria", trim: "", mileage: 88_000, vin: null }),
      pays,
      me({ type: "deposit.refundRequested", reason: "Changed my mind about the colour" }),
    ],
  },
  {
    key: "imani",
    vehicle: { condition: "new", body: "crossover" },
    lenders: true,
    steps: [
      named("Imani", "Castellane"),
      livesAt("19 Weir Street"),
      maya,
      noTrade,
      terms(72, 2_000),
      walt,
      me({
        do: "apply",
        applicant: {
          governmentNumber: "900417309",
          monthlyIncome: "6400",
          employer: "Lakeside Canning",
          jobTitle: "Shift lead",
        },
      }),
      ["Walt", { do: "askLenders", lenders: ["alder", "birch", "cedar"] }],
    ],
  },
  {
    key: "petra",
    vehicle: { condition: "new", body: "sedan" },
    lenders: true,
    steps: funding(
      ["Petra", "Lindenau", "5 Mill Race"],
      {
        governmentNumber: "900428745",
        monthlyIncome: "11200",
        employer: "Harbor Pilots",
        jobTitle: "Dispatcher",
      },
      ["alder", "Alder Grove Bank"],
      { state: "submitted", reason: "" },
    ),
  },
  {
    key: "osei",
    vehicle: { condition: "new", body: "suv" },
    lenders: true,
    steps: funding(
      ["Osei", "Tamarind", "230 Kiln Road"],
      {
        governmentNumber: "900438454",
        monthlyIncome: "12800",
        employer: "Quarry Optics",
        jobTitle: "Lens grinder",
      },
      ["alder", "Alder Grove Bank"],
      { state: "held", reason: "Insurance card names the wrong lienholder" },
    ),
  },
];
