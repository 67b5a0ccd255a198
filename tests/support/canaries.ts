import type { VehicleSnapshot } from "#machines/store/vehicle-snapshot";
import type { StorePolicy } from "#machines/store/store-policy";
import { cents, type Cents } from "#machines/money/cents";
import { ppm, type Ppm } from "#machines/money/rate";
import type { Database } from "#app/platform/database.server";
import { lakesidePolicy } from "#prisma/seed/rooftop";

/**
 * A value that may not reach a customer, with every way it could be written. Money in cents and rates in millionths are
 * chosen so that nothing else in the product is that number.
 */
export interface Canary {
  name: string;
  looksLike: RegExp;
}

const escaped = (text: string) => text.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&");
/** Not in the middle of a longer number, id or hash. */
const alone = (ways: readonly string[]) =>
  new RegExp(`(?<![0-9A-Za-z])(?:${ways.map(escaped).join("|")})(?![0-9A-Za-z])`);

function money(name: string, amount: Cents): Canary {
  const plain = (amount / 100).toFixed(2);
  const [whole = "", rest = ""] = plain.split(".");
  const grouped = (separator: string, point: string) =>
    `${whole.replaceAll(/\B(?=(\d{3})+$)/g, separator)}${point}${rest}`;
  return {
    name,
    looksLike: alone([
      String(amount),
      plain,
      grouped(",", "."),
      grouped(" ", ","),
      grouped("\u00a0", ","),
      grouped("\u202f", ","),
    ]),
  };
}

const rate = (name: string, value: Ppm): Canary => ({
  name,
  looksLike: alone([String(value), String(value / 10_000), String(value / 1_000_000)]),
});

const text = (name: string, value: string): Canary => ({ name, looksLike: new RegExp(escaped(value), "i") });

export const secretCost: VehicleSnapshot["cost"] = {
  invoice: cents(3_510_137),
  vehicleCost: cents(3_481_379),
  pack: cents(131_337),
  recon: cents(127_773),
  holdback: cents(113_719),
};
export const secretAcv = cents(1_391_173);
export const secretRecon = cents(164_937);
export const secretSecondAcv = cents(913_739);
export const secretWaiver = "canary-waived: his brother works here";
export const openAllowance = cents(1_480_000);
export const secretNote = "canary-note: their bank quoted 560";
export const secretWhisper = "canary-whisper: he would sign at 560";
export const secretHandover = "canary-handover: do not mention the mats";
export const secretCanned = "canary-canned: never below sticker on a Saturday";
export const secretRequest = "canary-request: they sign today";
export const secretAnswer = "canary-answer: not a dollar more";
export const secretLostReason = "canary-lost: could not meet his price";
export const secretOverride = "canary-overridden: their bank is slow";
export const secretWork = "canary-work: swap the cracked fog lamp";
export const secretHolder = "canary-holder: our runner has it";
export const secretDueCost = cents(47_713);
export const secretReopening = "canary-reopened: lender wants another stip";

export const secretReturn = "canary-return: he is a friend of the owner";
export const secretReturnAmount = cents(13_791);
export const secretCheque = "canary-cheque-77193";
/** What a lender lets the store do, in numbers that nothing else is. */
export const secretTerms = {
  tier: "canary-tier",
  buyRate: ppm(100_003),
  maxRate: ppm(149_077),
  contractRate: ppm(119_000),
  maxLoanToValue: 1_977_131 as Ppm,
  productCap: cents(9_991_731),
  paymentCap: cents(9_713_971),
  reference: "canary-reference",
  comment: "canary-comment",
};
/** And what a lessor does. */
export const secretLease = {
  tier: "canary-lease-tier",
  maxMoneyFactor: ppm(7_731),
  residual: cents(7_719_313),
  milesPerYear: 17_713,
  maxLoanToValue: 1_877_131 as Ppm,
  productCap: cents(9_891_731),
  paymentCap: cents(9_613_971),
  reference: "canary-lease-reference",
  comment: "canary-lease-comment",
};

/** What the lender was told beside money, written as nothing else writes it. */
export const secretSent = { mileage: 777_131, name: "Rosa  Quill" };
/** What lenders, the desk and the store's own book say of a deal's credit. */
export const secretCredit = {
  wording: "canary-wording: pay stub, YTD",
  flagNote: "canary-flag-note",
  returned: "canary-returned: name misspelt",
  lenderWord: "canary-lender-word",
  ourWord: "canary-our-word",
  viewed: "canary-viewed: employer to be confirmed",
  duplicate: "canary-duplicate: first deal closed",
};

const CONTRACT_RATE = ppm(119_000);
const buyRate = (row: number, band: number) => ppm(101_237 + row * 1_009 + band * 113);

const secretLimits = (discount: number, below: number, above: number, fee: number) => ({
  discount: cents(discount),
  longestTermMonths: 72,
  rateBelowTable: ppm(below),
  rateAboveTable: ppm(above),
  docFeeWaiver: cents(fee),
});

/** The demo store's policy with a secret in every place that is the store's own affair. */
export const secretPolicy: StorePolicy = {
  ...lakesidePolicy,
  retailTerms: lakesidePolicy.retailTerms.map((row, index) => {
    const bands = lakesidePolicy.creditBands.map(({ code }) => code);
    return {
      ...row,
      contractRate: Object.fromEntries(bands.map((band) => [band, CONTRACT_RATE])),
      buyRate: Object.fromEntries(bands.map((band, place) => [band, buyRate(index, place)])),
    };
  }),
  fniCatalog: lakesidePolicy.fniCatalog.map((product, index) => ({
    ...product,
    options: product.options.map((option, place) => ({ ...option, cost: cents(71_931 + index * 1_013 + place * 97) })),
  })),
  authority: {
    salesperson: secretLimits(148_613, 110_303, 140_903, 13_913),
    salesManager: secretLimits(293_117, 153_031, 162_113, 17_203),
    fniManager: secretLimits(307_129, 187_013, 192_071, 17_911),
    generalManager: secretLimits(611_213, 218_033, 223_073, 36_711),
  },
  reserve: {
    method: "financeChargeDifference",
    flatShare: ppm(7_219),
    dealerSplit: ppm(741_913),
    maxReserve: cents(231_719),
    markupCaps: [{ upToMonths: 119, maxMarkup: ppm(28_871) }],
    rateCeiling: ppm(341_207),
  },
  tradeAuthority: { appraiser: cents(51_719), salesManager: cents(217_393), adjustment: cents(143_117) },
  minimumCashDown: cents(137_731),
  rateCapOverBuyRate: ppm(29_173),
};

const { flatShare, dealerSplit, maxReserve, markupCaps, rateCeiling } = secretPolicy.reserve!;
const secretReserve: readonly Canary[] = [
  rate("reserve.flatShare", flatShare),
  rate("reserve.dealerSplit", dealerSplit),
  money("reserve.maxReserve", maxReserve!),
  rate("reserve.maxMarkup", markupCaps[0]!.maxMarkup),
  rate("reserve.rateCeiling", rateCeiling!),
];

const staffIdOf = (id: string) => `canary-${id}`;
const lastNameOf = (lastName: string) => `Canary${lastName}`;

export const canaries: readonly Canary[] = [
  ...Object.entries(secretCost).map(([name, amount]) => money(`cost.${name}`, amount)),
  text("deposit.returnAsked.note", secretReturn),
  money("deposit.returnAsked.refund", secretReturnAmount),
  text("tender reference", secretCheque),
  money("appraisal.acv", secretAcv),
  money("appraisal.recon", secretRecon),
  money("appraisal of the second car", secretSecondAcv),
  ...Object.entries(secretPolicy.tradeAuthority!).map(([role, limit]) => money(`tradeAuthority.${role}`, limit)),
  text("why a trade is taken unseen", "canary-waived"),
  money("over-allowance", cents(openAllowance - secretAcv)),
  ...secretPolicy.retailTerms.flatMap(({ termMonths, buyRate: rates }) =>
    Object.entries(rates).map(([band, value]) => rate(`buyRate.${termMonths}.${band}`, value)),
  ),
  ...secretPolicy.fniCatalog.flatMap(({ options }) =>
    options.map(({ code, cost }) => money(`productCost.${code}`, cost)),
  ),
  ...Object.entries(secretPolicy.authority).flatMap(([role, limits]) => [
    money(`authority.${role}.discount`, limits.discount),
    rate(`authority.${role}.rateBelowTable`, limits.rateBelowTable),
    rate(`authority.${role}.rateAboveTable`, limits.rateAboveTable),
    money(`authority.${role}.docFeeWaiver`, limits.docFeeWaiver),
  ]),
  ...secretReserve,
  money("minimumCashDown", secretPolicy.minimumCashDown),
  rate("rateCapOverBuyRate", secretPolicy.rateCapOverBuyRate),
  text("lender's tier", secretTerms.tier),
  rate("lender's buy rate", secretTerms.buyRate),
  rate("lender's highest rate", secretTerms.maxRate),
  rate("lender's loan to value", secretTerms.maxLoanToValue),
  money("lender's product cap", secretTerms.productCap),
  money("lender's payment cap", secretTerms.paymentCap),
  text("lender's reference", secretTerms.reference),
  text("lender's comment", secretTerms.comment),
  text("lessor's tier", secretLease.tier),
  money("lessor's residual", secretLease.residual),
  rate("lessor's cap cost to price", secretLease.maxLoanToValue),
  money("lessor's product cap", secretLease.productCap),
  money("lessor's payment cap", secretLease.paymentCap),
  text("lessor's reference", secretLease.reference),
  text("lessor's comment", secretLease.comment),
  text("words between store and lender", secretCredit.lenderWord),
  text("words between store and lender", secretCredit.ourWord),
  text("what a lender was told of the miles", String(secretSent.mileage)),
  text("what a lender was told of the name", secretSent.name),
  text("a lender's own wording of a paper", "canary-wording"),
  text("what was found of a raised point", "canary-flag-note"),
  text("why a package came back", "canary-returned"),
  text("why somebody's credit was opened", "canary-viewed"),
  text("raised point", "fraudAlert"),
  text("staff note", "canary-note"),
  text("request beyond a limit", "canary-request"),
  text("answer to a request", "canary-answer"),
  text("whisper", "canary-whisper"),
  text("reason of a rate", "dealerCampaign"),
  text("handover note", "canary-handover"),
  text("ready answer", "canary-canned"),
  text("lost reason", "canary-lost"),
  text("reopening reason", "canary-reopened"),
  text("why keys left early", "canary-overridden"),
  text("work before the keys", "canary-work"),
  text("who has the title papers", "canary-holder"),
  money("what a promise costs", secretDueCost),
  text("staff id", "canary-staff"),
  text("staff last name", "CanaryOkonjo"),
  text("finance manager's last name", "CanaryEmberly"),
  ...[
    "holdback",
    "credit.flagResolved",
    "buyRate",
    "rateCapOverBuyRate",
    "authority",
    "longestTermMonths",
    "dealerSplit",
    "maxReserve",
    "minimumCashDown",
    "trade.acvAppraised",
    "approval.requested",
    "approval.granted",
    "approval.refused",
    "trade.verificationWaived",
    "handover.overridden",
    "handover.workPlanned",
    "spotDelivery",
    "tradeAuthority",
    "staffId",
  ].map((key) => text(`the key ${key}`, `"${key}"`)),
];

/** Which canaries stand in a text; none is what a customer's bytes have to give. */
export const canariesIn = (bytes: string): string[] =>
  canaries.filter(({ looksLike }) => looksLike.test(bytes)).map(({ name }) => name);

/** Puts a secret in every staff place of the seeded store; answers the id of a member of staff by first name. */
export async function plantCanaries({ prisma }: Database): Promise<(firstName: string) => Promise<string>> {
  await prisma.rooftop.updateMany({ data: { policy: secretPolicy as never } });
  await prisma.vehicle.updateMany({ data: { cost: secretCost as never } });
  const store = await prisma.rooftop.findFirstOrThrow();
  await prisma.cannedAnswer.create({ data: { id: "secret", rooftopId: store.id, en: secretCanned, fr: secretCanned } });
  for (const { id, lastName } of await prisma.staffMember.findMany())
    await prisma.staffMember.update({ where: { id }, data: { id: staffIdOf(id), lastName: lastNameOf(lastName) } });
  return async (firstName) => (await prisma.staffMember.findFirstOrThrow({ where: { firstName } })).id;
}
