import { cardMessages } from "#app/deal-card/card-messages";
import { useMessages } from "#app/ui/messages";
import type { Translate } from "#app/ui/translator";
import { useFormat } from "#app/ui/use-format";
import { placeName } from "#app/deal-card/taxes/tax-sentence";
import type { TaxTrouble } from "#machines/jacket/taxes-check";
import type { ChecklistItem } from "#machines/jacket/finalize-checklist";
import { checklistMessages } from "./checklist-messages";
import type { FinanceDealData } from "./desk-data";

export interface ChecklistWords {
  /** What is wrong. */
  red: string;
  why: string;
  /** How it reads once it is fine. */
  passed: string;
  /** What mends it. */
  fix: string;
}

interface Teller {
  t: Translate<(typeof checklistMessages)["en"]>;
  card: Translate<(typeof cardMessages)["en"]>;
  format: ReturnType<typeof useFormat>;
  deal: Pick<FinanceDealData, "facts" | "customer" | "identityVerifiedBy" | "promise">;
}

type Say = (item: ChecklistItem, teller: Teller) => ChecklistWords;

/** Each point of the checklist in words. */
export function useChecklistWords(deal: Teller["deal"]): (item: ChecklistItem) => ChecklistWords {
  const teller: Teller = {
    t: useMessages(checklistMessages),
    card: useMessages(cardMessages),
    format: useFormat(),
    deal,
  };
  return (item) => sayings[item.code](item, teller);
}

function reasonOf({ reason }: ChecklistItem, { t }: Teller): string {
  const isStatus = reason === "notStarted" || reason === "inProgress" || reason === "deferred" || reason === "recheck";
  return t(`check.status.${isStatus ? reason : "other"}`);
}

/** A stage that is done or not: only the reason differs. */
const settled =
  (code: "vehicleChosen" | "tradeSettled"): Say =>
  (item, teller) => ({
    red: teller.t(`check.${code}.red`),
    why: reasonOf(item, teller),
    passed: teller.t(`check.${code}.passed`),
    fix: teller.t(`check.${code}.fix`),
  });

const sayings: Record<ChecklistItem["code"], Say> = {
  buyerNamed: (_, { t, deal: { customer } }) => ({
    red: t("check.buyerNamed.red"),
    why: t("check.buyerNamed.why"),
    passed: t("check.buyerNamed.passed", { name: [customer.firstName, customer.lastName].filter(Boolean).join(" ") }),
    fix: t("check.buyerNamed.fix"),
  }),
  identityVerified: (_, { t, deal }) => ({
    red: t("check.identityVerified.red"),
    why: t("check.identityVerified.why"),
    passed: t("check.identityVerified.passed", { name: deal.identityVerifiedBy ?? "" }),
    fix: t("check.identityVerified.fix"),
  }),
  vehicleChosen: settled("vehicleChosen"),
  priceGood: sayPrice,
  tradeSettled: settled("tradeSettled"),
  payoffGood: sayPayoff,
  tradeVerified: (_, { t }) => ({
    red: t("check.tradeVerified.red"),
    why: t("check.tradeVerified.why"),
    passed: t("check.tradeVerified.passed"),
    fix: t("check.tradeVerified.fix"),
  }),
  taxesSettled: sayTaxes,
  termsAgreed: (item, teller) => ({
    red: teller.t("check.termsAgreed.red"),
    why: reasonOf(item, teller),
    passed: teller.t("check.termsAgreed.passed", { method: teller.deal.facts.method }),
    fix: teller.t("check.termsAgreed.fix"),
  }),
  productsAnswered: (_, { t }) => ({
    red: t("check.productsAnswered.red"),
    why: t("check.productsAnswered.why"),
    passed: t("check.productsAnswered.passed"),
    fix: t("check.productsAnswered.fix"),
  }),
  depositSettled: sayDeposit,
  deliverySettled: sayDelivery,
  promiseKept: (_, { t, format, deal: { promise } }) => ({
    red: t("check.promiseKept.red", { count: promise?.differences.length ?? 0 }),
    why: t("check.promiseKept.why", { number: promise?.number ?? "" }),
    passed: promise
      ? t("check.promiseKept.passed", { number: promise.number, date: format.date(promise.goodThrough) })
      : t("check.promiseKept.passedNone"),
    fix: t("check.promiseKept.fix"),
  }),
  approvalCovers: ({ reason }, { t }) => ({
    red: t("check.approvalCovers.red"),
    why: t(`check.approvalCovers.why.${approvalReasons.find((known) => known === reason) ?? "other"}`),
    passed: t("check.approvalCovers.passed"),
    fix: t("check.approvalCovers.fix"),
  }),
  flagsSettled: (_, { t }) => ({
    red: t("check.flagsSettled.red"),
    why: t("check.flagsSettled.why"),
    passed: t("check.flagsSettled.passed"),
    fix: t("check.flagsSettled.fix"),
  }),
  menuSigned: (_, { t }) => ({
    red: t("check.menuSigned.red"),
    why: t("check.menuSigned.why"),
    passed: t("check.menuSigned.passed"),
    fix: t("check.menuSigned.fix"),
  }),
  nothingToRecheck(item, { t, card, format }) {
    const stage = "stage" in item.fix ? card(`stage.${item.fix.stage}`).toLocaleLowerCase(format.locale) : "";
    return {
      red: t("check.nothingToRecheck.red"),
      why: t("check.nothingToRecheck.why", { stage }),
      passed: t("check.nothingToRecheck.passed"),
      fix: t("check.nothingToRecheck.fix"),
    };
  },
};

function sayTaxes({ reason }: ChecklistItem, { t, format, deal: { facts } }: Teller): ChecklistWords {
  const place = placeName(facts.taxPlace, format.locale);
  const why = taxReasons.find((known) => known === reason) ?? "notLookedUp";
  return {
    red: t("check.taxesSettled.red"),
    why: t(`check.taxesSettled.${why}`, { place }),
    passed: place ? t("check.taxesSettled.passed", { place }) : t("check.taxesSettled.passedOwn"),
    fix: t(reason === "byHand" ? "check.taxesSettled.open" : "check.taxesSettled.fix"),
  };
}

const approvalReasons = [
  "none",
  "method",
  "amount",
  "capCost",
  "moneyFactor",
  "residual",
  "milesPerYear",
  "term",
  "rate",
  "reserve",
  "products",
  "loanToValue",
  "paymentCap",
  "vin",
  "buyerName",
  "coBuyerName",
  "expired",
] as const;

const taxReasons = [
  "notConfirmed",
  "notInForce",
  "byHand",
  "localRateMissing",
  "notLookedUp",
  "addressMoved",
] as const satisfies readonly TaxTrouble[];

function sayPrice(_: ChecklistItem, { t, format, deal: { facts } }: Teller): ChecklistWords {
  const date = facts.priceGoodThrough ? format.date(facts.priceGoodThrough) : "";
  return {
    red: date ? t("check.priceGood.red", { date }) : t("check.priceGood.redNone"),
    why: t("check.priceGood.why"),
    passed: t("check.priceGood.passed", { date }),
    fix: t("check.priceGood.fix"),
  };
}

function sayPayoff({ reason }: ChecklistItem, { t, format, deal: { facts } }: Teller): ChecklistWords {
  const fix = t("check.payoffGood.fix");
  if (!facts.payoffGoodThrough || facts.payoff === null)
    return {
      red: t("check.payoffGood.redNone"),
      why: t("check.payoffGood.whyNone"),
      passed: t("check.payoffGood.passedNone"),
      fix,
    };
  const date = format.date(facts.payoffGoodThrough);
  const passed = t("check.payoffGood.passed", { date });
  const lender = facts.lender ?? "";
  if (reason === "buyout")
    return { red: t("check.payoffGood.redBuyout", { lender }), why: t("check.payoffGood.whyBuyout"), passed, fix };
  if (reason === "beforeDelivery")
    return {
      red: t("check.payoffGood.redDelivery", { date }),
      why: t("check.payoffGood.whyDelivery", { lender }),
      passed,
      fix,
    };
  return {
    red: t("check.payoffGood.red", { date }),
    why: t("check.payoffGood.why", { lender, amount: format.money(facts.payoff) }),
    passed,
    fix,
  };
}

function sayDeposit(item: ChecklistItem, teller: Teller): ChecklistWords {
  const { t, format, deal } = teller;
  const held = deal.facts.depositAmount;
  return {
    red: t("check.depositSettled.red"),
    why: reasonOf(item, teller),
    passed:
      held === null
        ? t("check.depositSettled.passedNone")
        : t("check.depositSettled.passed", { amount: format.money(held, { cents: "whenAny" }) }),
    fix: t("check.depositSettled.fix"),
  };
}

function sayDelivery(item: ChecklistItem, teller: Teller): ChecklistWords {
  const { t, format, deal } = teller;
  const { slotStartsAt } = deal.facts;
  return {
    red: t("check.deliverySettled.red"),
    why: reasonOf(item, teller),
    passed: slotStartsAt
      ? t("check.deliverySettled.passed", { time: format.dateTime(slotStartsAt, "weekday") })
      : t("check.deliverySettled.passedLater"),
    fix: t("check.deliverySettled.fix"),
  };
}
