import * as fc from "#tests/support/seeded-fast-check";
import { contextOf, type DealState, statusesOf } from "#machines/deal/apply-deal-event";
import { type DealEvent, type DealEventOf, type DealEventType, dealEventSchema } from "#machines/deal/deal-events";
import { moneyMakers } from "./money-makers";
import { handoverMakers } from "./handover-makers";
import { seatMakers } from "./seat-makers";
import { dealPermissions } from "#machines/deal/deal-permissions";
import { differencesKey, promiseDifferences } from "#machines/deal/promise-differences";
import { isPromise, promiseOfDeal } from "#machines/deal/promise-of-deal";
import { cents } from "#machines/money/cents";
import { plainDate } from "#machines/money/plain-date";
import { ppm } from "#machines/money/rate";
import { productAnswers } from "#machines/stages/fni";
import { paymentMethods, rateReasons } from "#machines/stages/finance";
import { skipReasons, stageNames } from "#machines/stages/stage";
import { conditionQuestions } from "#machines/stages/trade";
import { damageKinds, damagePlaces, damageSizes } from "#machines/stages/trade-damage";
import { photoRoles } from "#machines/stages/trade-photos";
import { aDeal, aVehicle } from "#tests/support/a-deal";
import { actorOf } from "#tests/support/deal-people";
import { creditMakers } from "./credit-makers";
import { deskMakers } from "./desk-makers";
import { type Asked, followedBy, refusalOf, settled } from "#tests/support/judged-deal";

type Makers = { [Type in DealEventType]: (n: number, state: DealState) => Omit<DealEventOf<Type>, "type"> | null };

const oneOf = <T>(list: readonly T[], n: number): T => list[n % list.length]!;
const questions = Object.entries(conditionQuestions);
const address = { street: "12 Elm Road", city: "Lakeside", region: "IL", postcode: "60614" };

/** Two vehicles to swap between: a used electric one that cannot be leased, and the one deals start with. */
const vehicles = [
  aVehicle(),
  aVehicle({
    stockNumber: "U880",
    condition: "used",
    fuel: "electric",
    mileage: 41_000,
    residuals: [],
    incentives: [],
  }),
];

const appliedTaxes = (n: number, state: DealState): Omit<DealEventOf<"taxes.ruleApplied">, "type"> => ({
  garaging: { ...address, sameAsHome: n % 2 === 0, registrant: false },
  jurisdiction: "us-tn",
  rule: n % 3 === 0 ? null : { ...contextOf(state).store.tax, id: "us-tn", tradeCredit: oneOf(["full", "none"], n) },
  gap: n % 3 === 0 ? "notConfirmed" : null,
  dateBasis: "contract",
  governmentFees: n % 5 === 0 ? [{ code: "title", name: "Title", amount: cents(n * 100) }] : null,
});

/** For every type, an event that often fits the deal; `n` varies it. Null where the deal has nothing it could be about. */
const makers: Makers = {
  "deal.started": () => null,
  "customer.identified": (n) => ({
    firstName: "Theo",
    lastName: oneOf(["", "Marsh", "Moss"], n),
    email: "",
    phone: "",
  }),
  "customer.addressStated": () => address,
  "customer.identityVerified": () => ({ method: "license" }),
  "staff.assigned": (n) => {
    const role = oneOf(["salesperson", "fniManager", "salesManager"] as const, n);
    return { staff: { staffId: `s-${n % 5}`, role, firstName: oneOf(["Anna", "Priya"], n), lastName: "Keller" } };
  },
  "staff.released": (n, state) => {
    const { people } = contextOf(state);
    const seated = oneOf(["salesperson", "fniManager", "salesManager"] as const, n);
    return people[seated] && { staffId: people[seated].staffId };
  },
  "note.added": (n) => ({ text: `Call back ${n}` }),
  "vehicle.confirmed": () => ({}),
  "vehicle.swapped": (n) => ({ vehicle: oneOf(vehicles, n) }),
  "vehicle.sellingPriceSet": (n) => ({ sellingPrice: cents(3_699_500 - (n % 6) * 10_000) }),
  "vehicle.incentiveClaimed": (n) => ({ code: oneOf(["military", "graduate"], n), claimed: n % 3 !== 0 }),
  "trade.described": (n) => ({
    year: 2015 + (n % 8),
    make: "Corvane",
    model: "Tessa",
    trim: "",
    mileage: n,
    vin: null,
  }),
  "trade.conditionAnswered": (n) => {
    const [question, answers] = oneOf(questions, n);
    return { question, answer: oneOf<string>(answers, n) } as Omit<DealEventOf<"trade.conditionAnswered">, "type">;
  },
  "trade.damageMarked": (n, state) => ({
    markId: `mark-${n % 5}`,
    place: oneOf(damagePlaces, n),
    kind: oneOf(damageKinds, n),
    size: oneOf(damageSizes, n),
    photoId: n % 3 === 0 ? (contextOf(state).trade.photos[0]?.photoId ?? null) : null,
  }),
  "trade.damageUnmarked": (n, state) => {
    const mark = contextOf(state).trade.damage[n % 5];
    return mark ? { markId: mark.markId } : null;
  },
  "trade.photoAdded": (n) => ({ photoId: `photo-${n}`, role: oneOf(photoRoles, n) }),
  "trade.photoRemoved": (n, state) => {
    const photo = contextOf(state).trade.photos[n % 4];
    return photo ? { photoId: photo.photoId } : null;
  },
  "trade.ownershipStated": (n) => ({ ownership: oneOf(["financed", "owned", "leased"] as const, n) }),
  "trade.payoffStated": (n) => ({
    lender: "Cedar Savings",
    payoff: cents((n % 30) * 100_000),
    payoffGoodThrough: plainDate("2026-12-08"),
    perDiem: n % 2 ? cents(185) : null,
    accountLastFour: "4471",
  }),
  "trade.valueStated": (n) => ({ value: cents((n % 25) * 60_000), owed: cents((n % 10) * 90_000) }),
  "trade.valued": (n) => {
    const base = 500_000 + (n % 20) * 50_000;
    return {
      low: cents(base - 50_000),
      base: cents(base),
      high: cents(base + 50_000),
      lines: [],
      source: "Store estimate",
      asOf: plainDate("2026-11-28"),
      goodThrough: plainDate("2026-12-05"),
    };
  },
  "trade.notValued": (n) => ({
    comparables: n % 8,
    needed: 8,
    source: "comparables",
    asOf: plainDate("2026-11-28"),
  }),
  "trade.submitted": () => ({}),
  "trade.reviewStarted": () => ({}),
  "trade.acvAppraised": (n) => ({ acv: cents(400_000 + n), recon: cents(n) }),
  "trade.offerMade": (n) => ({
    offerId: `offer-${n}`,
    allowance: cents(600_000 + (n % 20) * 50_000),
    reasons: [],
    note: "",
    expiresAt: "2027-06-01T00:00:00.000Z",
  }),
  "trade.offerAccepted": (_n, state) => offerIn(state),
  "trade.offerDeclined": (_n, state) => offerIn(state),
  "trade.offerCountered": (n, state) => {
    const offer = offerIn(state);
    return offer && { ...offer, counter: cents(700_000 + n) };
  },
  "trade.messageSent": (n) => ({ text: `It has new tires, ${n}` }),
  "trade.verified": (n, state) => {
    const { offer, photos } = contextOf(state).trade;
    const proof = photos.find(({ role }) => role === "finding");
    const amount = -1_000 * (n % 40);
    const adjustments =
      proof && n % 2
        ? [{ about: "tires" as const, reason: "Worn to the wear bars", amount: cents(amount), photoId: proof.photoId }]
        : [];
    const total = adjustments.length > 0 ? amount : 0;
    return {
      verificationId: `check-${n}`,
      odometer: 58_000 + n,
      vinMatches: n % 7 !== 0,
      findings: [{ question: "tires" as const, answer: oneOf(["good", "worn"], n) }],
      damage: [],
      adjustments,
      offer:
        offer && total !== 0
          ? {
              offerId: `offer-a${n}`,
              allowance: cents(Math.max(0, offer.allowance + total)),
              expiresAt: "2027-06-01T00:00:00.000Z",
            }
          : null,
    };
  },
  "trade.verificationWaived": () => ({ reason: "Known car, serviced here" }),
  "trade.carRemoved": (n) => ({ car: 2 + (n % 2) }),
  "finance.methodChosen": (n) => ({ method: oneOf(paymentMethods, n) }),
  "finance.termChosen": (n) => ({ termMonths: oneOf([48, 60, 72, 84], n) }),
  "finance.cashDownSet": (n) => ({ cashDown: cents((n % 40) * 100_000) }),
  "finance.cellAdopted": (n) => ({ termMonths: oneOf([48, 60, 72, 84], n), cashDown: cents((n % 10) * 100_000) }),
  "finance.tradeBalanceSplit": (n) => ({ paidNow: cents((n % 12) * 25_000) }),
  "finance.creditBandStated": (n) => ({ creditBand: oneOf(["excellent", "good", "fair", "rebuilding"], n) }),
  "finance.optionsChosen": (n) => ({
    firstPaymentMonths: oneOf([1, 2, 3], n),
    balloonShare: ppm(oneOf([0, 200_000], n)),
    securityDeposits: oneOf([0, 4], n),
  }),
  "finance.leaseTermsChosen": (n) => ({ termMonths: 36, milesPerYear: oneOf([10_000, 12_000, 15_000], n) }),
  "finance.targetPaymentSet": (n) => ({ targetPayment: n % 4 === 0 ? null : cents(40_000 + n) }),
  "finance.contractRateSet": (n) => ({
    contractRate: n % 5 === 0 ? null : ppm(50_000 + (n % 10) * 3_000),
    ...(n % 5 !== 0 && { reason: oneOf(rateReasons, n) }),
  }),
  "finance.termsAgreed": () => ({}),
  "fni.productAnswered": (n, state) => {
    const product = oneOf(contextOf(state).store.fniCatalog, n);
    const option = oneOf(product.options, n);
    return { code: product.code, optionCode: option.code, answer: oneOf(productAnswers, Math.floor(n / 7)) };
  },
  "deposit.termsAccepted": () => ({ amount: cents(50_000), termsVersion: "deposit-2026-01" }),
  "deposit.checkoutOpened": (_n, state) => ({
    attempt: contextOf(state).deposit.attempt + 1,
    amount: cents(50_000),
  }),
  "deposit.held": (n, state) => ({
    attempt: Math.max(1, contextOf(state).deposit.attempt),
    amount: cents(50_000),
    reference: `pi_${n}`,
    holdUntil: "2026-12-01T15:00:00.000Z",
  }),
  "deposit.failed": (_n, state) => ({
    attempt: Math.max(1, contextOf(state).deposit.attempt),
    reason: "card declined",
  }),
  "deposit.bankAsked": (_n, state) => ({ attempt: Math.max(1, contextOf(state).deposit.attempt) }),
  "deposit.holdEnding": (_n, state) => ({
    attempt: Math.max(1, contextOf(state).deposit.attempt),
    holdUntil: "2026-12-01T15:00:00.000Z",
  }),
  "deposit.captured": (_n, state) => ({
    attempt: Math.max(1, contextOf(state).deposit.attempt),
    amount: cents(50_000),
  }),
  "deposit.released": (n, state) => ({
    attempt: Math.max(1, contextOf(state).deposit.attempt),
    amount: cents(50_000),
    reason: (["holdExpired", "vehicleTaken", "dealClosed"] as const)[n % 3]!,
  }),
  "deposit.disputed": (n, state) => ({
    attempt: Math.max(1, contextOf(state).deposit.attempt),
    state: (["opened", "won", "lost"] as const)[n % 3]!,
  }),
  ...moneyMakers,
  "deposit.refundRequested": () => ({ reason: "Changed my mind" }),
  "deposit.refunded": (n) => ({ amount: cents(50_000), reference: `re_${n}` }),
  "taxes.ruleApplied": appliedTaxes,
  "taxes.ruleConfirmed": appliedTaxes,
  "taxes.ruleWithdrawn": appliedTaxes,
  "taxes.localRateChanged": appliedTaxes,
  "taxes.lineOverridden": (n, state) => ({
    code: oneOf([`tax.${contextOf(state).store.tax.components[0]!.name}`, "governmentFee.title", "upfrontTax"], n),
    amount: cents(n * 137),
    reason: "The county's own table",
  }),
  "taxes.overrideRemoved": (n, state) => {
    const { overrides } = contextOf(state).taxes;
    return overrides.length > 0 ? { code: oneOf(overrides, n).code } : null;
  },
  "delivery.methodChosen": (n) => ({ method: oneOf(["pickup", "home"] as const, n) }),
  "delivery.addressGiven": (n) => ({ ...address, distanceMiles: oneOf([8, 28], n), fee: cents(oneOf([0, 14_900], n)) }),
  "delivery.slotBooked": (n) => ({
    bookingId: `slot-${n}`,
    startsAt: "2027-06-02T16:00:00.000Z",
    endsAt: "2027-06-02T17:00:00.000Z",
  }),
  "promise.kept": (n, state) => {
    const stamp = {
      number: `P-0000-${String(n % 10_000).padStart(4, "0")}`,
      keptOn: plainDate("2026-11-28"),
      inputsHash: "0".repeat(64),
    };
    const content = promiseOfDeal({ ...contextOf(state), kept: statusesOf(state).kept }, stamp);
    return isPromise(content) ? { content } : null;
  },
  "promise.differencesAcknowledged": (_n, state) => {
    const promise = contextOf(state).promises.list.at(-1)?.content;
    if (!promise) return null;
    const card = { ...contextOf(state), kept: statusesOf(state).kept };
    const key = differencesKey(promiseDifferences(card, promise));
    return key === "" ? null : { number: promise.number, key };
  },
  ...deskMakers,
  ...creditMakers,
  ...seatMakers,
  ...handoverMakers,
  "stage.skipped": (n) => ({ stage: oneOf(stageNames, n), reason: oneOf(skipReasons, n) }),
  "stage.deferred": (n) => ({ stage: oneOf(stageNames, n), remindAt: null }),
  "stage.resumed": (n) => ({ stage: oneOf(stageNames, n) }),
  "stage.confirmed": (n) => ({ stage: oneOf(stageNames, n) }),
  "deal.frozen": (n) => ({ contractDate: plainDate(oneOf(["2026-11-29", "2027-01-31", "2027-02-01"], n)) }),
  "deal.reopened": () => ({ reason: "Wrong rate" }),
  "deal.contracted": () => ({}),
  "deal.delivered": () => ({}),
  "deal.lost": () => ({ reason: "Bought elsewhere" }),
  "deal.revived": () => ({}),
};

export const eventTypes = dealEventSchema.options.map((schema) => schema.shape.type.value);

/** An event of a type, made for this deal; null where there is nothing it could be about. */
export function anEventOf<Type extends DealEventType>(type: Type, n: number, state: DealState): DealEvent | null {
  const rest = makers[type](n, state);
  if (!rest) return null;
  // Now and then about a further car: it begins with its description, and everything else may follow.
  const furtherCar =
    type.startsWith("trade.") && type !== "trade.valueStated" && n % 6 === 5 ? { car: 2 + (n % 2) } : {};
  return { type, ...rest, ...furtherCar } as DealEvent;
}

function offerIn(state: DealState) {
  const { offer } = contextOf(state).trade;
  return offer && { offerId: offer.offerId };
}

/** Ends of a deal come seldom, or every history would be a short one; what settles a stage comes often. */
const ends: readonly DealEventType[] = ["deal.frozen", "deal.lost", "deal.delivered", "deal.contracted"];
const settling: readonly DealEventType[] = [
  "finance.termsAgreed",
  "finance.termsAgreed",
  "finance.termsAgreed",
  "pencil.proposed",
  "pencil.proposed",
  "pencil.accepted",
  "pencil.accepted",
  "trade.valued",
  "trade.offerMade",
  "trade.offerAccepted",
  "fni.productAnswered",
  "fni.productAnswered",
  "delivery.slotBooked",
  "stage.resumed",
];
const often = eventTypes.filter((type) => type !== "deal.started" && !ends.includes(type));
const pool: readonly DealEventType[] = [...often, ...often, ...settling, ...ends];

export interface History {
  start: "new" | "settled";
  moves: { type: DealEventType; n: number; who: number }[];
}

const starts = { new: aDeal(), settled: settled(aDeal()) };
export const startOf = ({ start }: Pick<History, "start">): DealState => starts[start];

/** A deal just begun, or one with every stage complete, and what people then try to do to it. */
export const anyHistory = (maxLength: number): fc.Arbitrary<History> =>
  fc.record({
    start: fc.constantFrom("new", "settled" as const),
    moves: fc.array(fc.record({ type: fc.constantFrom(...pool), n: fc.nat(1_000), who: fc.nat(10) }), {
      minLength: Math.ceil(maxLength / 2),
      maxLength,
      size: "max",
    }),
  });

export interface LegalStep {
  before: DealState;
  after: DealState;
  event: DealEvent;
  asked: Asked;
}

/** The moves that the rules let through, in order. */
export function legalSteps(history: History, from: DealState = startOf(history)): LegalStep[] {
  const steps: LegalStep[] = [];
  let state = from;
  for (const { type, n, who } of history.moves) {
    const event = anEventOf(type, n, state);
    if (!event) continue;
    const asked = { by: actorOf[oneOf(dealPermissions[type].by, who)] };
    if (refusalOf(state, event, asked)) continue;
    const after = followedBy(state, event, asked);
    steps.push({ before: state, after, event, asked });
    state = after;
  }
  return steps;
}

/** The deal after a history. */
export const endOf = (history: History, from: DealState = startOf(history)): DealState =>
  legalSteps(history, from).at(-1)?.after ?? from;
