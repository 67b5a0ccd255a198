import { cardMessages } from "#app/deal-card/card-messages";
import { useMessages } from "#app/ui/messages";
import type { Translate } from "#app/ui/translator";
import { useFormat } from "#app/ui/use-format";
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
  deal: Pick<FinanceDealData, "facts" | "customer" | "identityVerifiedBy">;
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

function sayPrice(_: ChecklistItem, { t, format, deal: { facts } }: Teller): ChecklistWords {
  const date = facts.priceGoodThrough ? format.date(facts.priceGoodThrough) : "";
  return {
    red: date ? t("check.priceGood.red", { date }) : t("check.priceGood.redNone"),
    why: t("check.priceGood.why"),
    passed: t("check.priceGood.passed", { date }),
    fix: t("check.priceGood.fix"),
  };
}

function sayPayoff(_: ChecklistItem, { t, format, deal: { facts } }: Teller): ChecklistWords {
  const fix = t("check.payoffGood.fix");
  if (!facts.payoffGoodThrough || facts.payoff === null)
    return {
      red: t("check.payoffGood.redNone"),
      why: t("check.payoffGood.whyNone"),
      passed: t("check.payoffGood.passedNone"),
      fix,
    };
  const date = format.date(facts.payoffGoodThrough);
  return {
    red: t("check.payoffGood.red", { date }),
    why: t("check.payoffGood.why", { lender: facts.lender ?? "", amount: format.money(facts.payoff) }),
    passed: t("check.payoffGood.passed", { date }),
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
