import { type Cents, cents } from "#machines/money/cents";
import { plainDate } from "#machines/money/plain-date";
import type { DealEdit } from "#machines/deal/deal-events";
import type { FundingState } from "#app/lenders/funding-states";
import type { CarColour } from "./car-art/car-art-catalog";
import { handoverChecks, type StandardWorkCode } from "#machines/stages/handover";
import type { ConditionAnswers } from "#machines/stages/trade";
import type { Applicant } from "./play-credit";

export interface VehicleWish {
  condition: "new" | "certified" | "used";
  body?: string;
  fuel?: string;
}

/** What a story cannot write down beforehand because it depends on what the door answered. */
export type StoryAct =
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

export const dollars = (amount: number) => cents(amount * 100);
export const me = (edit: DealEdit | StoryAct): StoryStep => ["customer", edit];

export const named = (firstName: string, lastName: string): StoryStep =>
  me({
    type: "customer.identified",
    firstName,
    lastName,
    email: `${firstName}.${lastName}@example.test`.toLowerCase().replaceAll(" ", ""),
    phone: "",
  });
export const livesAt = (street: string): StoryStep =>
  me({ type: "customer.addressStated", street, city: "Lakeside", region: "IL", postcode: "62104" });
export const takenBy = (first: string, last: string): StoryStep => [
  first,
  { type: "staff.assignmentRequested", staffId: `staff-${first}-${last}`.toLowerCase() },
];
export const maya = takenBy("Maya", "Okonjo");
export const theron = takenBy("Theron", "Vale");
export const walt = takenBy("Walt", "Emberly");

export const condition = (answers: ConditionAnswers): StoryStep[] =>
  Object.entries(answers).map(([question, answer]) =>
    me({ type: "trade.conditionAnswered", question: question as keyof ConditionAnswers, answer }),
  );
export const goodCondition = condition({
  warningLights: "none",
  accidents: "none",
  tires: "worn",
  body: "clean",
  interior: "clean",
  keys: "two",
  repairs: "none",
  serviceRecords: "full",
});
export const tradeOf = (year: number, make: string, model: string, mileage: number): StoryStep[] => [
  me({ type: "trade.described", year, make, model, trim: "", mileage, vin: null }),
  ...goodCondition,
];
export const owned = me({ type: "trade.ownershipStated", ownership: "owned" });
export const financed = (lender: string, payoff: number): StoryStep[] => [
  me({ type: "trade.ownershipStated", ownership: "financed" }),
  me({
    type: "trade.payoffStated",
    lender,
    payoff: dollars(payoff),
    // Far enough ahead that the demo does not age overnight.
    payoffGoodThrough: plainDate("2030-12-31"),
  }),
];
export const valued = me({ type: "trade.valuationRequested" });
export const offered = (allowance: number, note = ""): StoryStep => [
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
export const appraised = (acv: number, recon: number): StoryStep => [
  "Gus",
  { type: "trade.acvAppraised", acv: dollars(acv), recon: dollars(recon) },
];
export const noTrade = me({ type: "stage.skipped", stage: "trade", reason: "noTrade" });
export const terms = (termMonths: number, cashDown: number): StoryStep =>
  me({ type: "finance.cellAdopted", termMonths, cashDown: dollars(cashDown) });
export const agreed = me({ type: "finance.termsAgreed" });
export const pays = me({ do: "payDeposit" });
export const picksUp = (dayAhead: number, slot = 2): StoryStep[] => [
  me({ type: "delivery.methodChosen", method: "pickup" }),
  me({ do: "bookSlot", dayAhead, slot }),
];
export const later = (stage: "trade" | "finance" | "fni" | "deposit" | "delivery"): StoryStep =>
  me({ type: "stage.deferred", stage, remindAt: null });
export const verified: StoryStep = ["Walt", { type: "customer.identityVerified", method: "license" }];
export const note = (who: string, text: string): StoryStep => [who, { type: "note.added", text }];

/** Everything the checklist asks for, with cash and no trade: the shortest way to a contract. */
export const ready = (firstName: string, lastName: string, street: string, dayAhead: number): StoryStep[] => [
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
export const frozen: StoryStep = ["Walt", { type: "deal.freezeRequested" }];
export const contracted: StoryStep = ["Walt", { type: "deal.contracted" }];
export const done = (who: string, ...items: StandardWorkCode[]): StoryStep[] =>
  items.map((item) => [who, { type: "handover.workDone", item, done: true }]);
export const moneyIn = done("Walt", "funds", "lenderPapers", "registrationPapers");
export const carReady = done("Maya", "insurance", "inspection", "detail", "energy", "plates");
/** The walk round the car, and both names under it. */
export const handOver = (customer: string): StoryStep[] => [
  ...handoverChecks.map((check): StoryStep => ["Maya", { type: "handover.checked", check, done: true }]),
  me({ type: "handover.signRequested", party: "customer", name: customer, strokes: null }),
  ["Maya", { type: "handover.signRequested", party: "store", name: "Maya Okonjo", strokes: null }],
];

/** Applied, asked, agreed, signed, and the contract on its way to its lender. */
export const funding = (
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
