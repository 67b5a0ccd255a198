import { cardMessages } from "#app/deal-card/card-messages";
import { useMessages } from "#app/ui/messages";
import { useFormat } from "#app/ui/use-format";
import type { ChecklistItem } from "#machines/jacket/finalize-checklist";
import type { FinanceDealData } from "./desk-data";
import { checklistMessages } from "./checklist-messages";

export interface ChecklistWords {
  red: string;
  why: string;
  passed: string;
  fix: string;
}

type Told = Pick<FinanceDealData, "facts" | "customer" | "identityVerifiedBy">;

/** Each point of the checklist in words: what is wrong, why, what mends it, and how it reads once it is fine. */
export function useChecklistWords({ facts, customer, identityVerifiedBy }: Told) {
  const t = useMessages(checklistMessages);
  const card = useMessages(cardMessages);
  const format = useFormat();
  const name = [customer.firstName, customer.lastName].filter(Boolean).join(" ");
  const dateOf = (date: string | null) => (date ? format.date(date) : "");

  const reasonOf = ({ reason }: ChecklistItem) =>
    reason === "notStarted" || reason === "inProgress" || reason === "deferred" || reason === "recheck"
      ? t(`check.status.${reason}`)
      : t("check.status.other");

  return (item: ChecklistItem): ChecklistWords => {
    switch (item.code) {
      case "buyerNamed":
        return {
          red: t("check.buyerNamed.red"),
          why: t("check.buyerNamed.why"),
          passed: t("check.buyerNamed.passed", { name }),
          fix: t("check.buyerNamed.fix"),
        };
      case "identityVerified":
        return {
          red: t("check.identityVerified.red"),
          why: t("check.identityVerified.why"),
          passed: t("check.identityVerified.passed", { name: identityVerifiedBy ?? "" }),
          fix: t("check.identityVerified.fix"),
        };
      case "priceGood": {
        const date = dateOf(facts.priceGoodThrough);
        return {
          red: date ? t("check.priceGood.red", { date }) : t("check.priceGood.redNone"),
          why: t("check.priceGood.why"),
          passed: t("check.priceGood.passed", { date }),
          fix: t("check.priceGood.fix"),
        };
      }
      case "payoffGood": {
        const date = dateOf(facts.payoffGoodThrough);
        const quoted = date !== "" && facts.payoff !== null;
        const amount = facts.payoff === null ? "" : format.money(facts.payoff);
        return {
          red: quoted ? t("check.payoffGood.red", { date }) : t("check.payoffGood.redNone"),
          why: quoted
            ? t("check.payoffGood.why", { lender: facts.lender ?? "", amount })
            : t("check.payoffGood.whyNone"),
          passed: quoted ? t("check.payoffGood.passed", { date }) : t("check.payoffGood.passedNone"),
          fix: t("check.payoffGood.fix"),
        };
      }
      case "termsAgreed":
        return {
          red: t("check.termsAgreed.red"),
          why: reasonOf(item),
          passed: t("check.termsAgreed.passed", { method: facts.method }),
          fix: t("check.termsAgreed.fix"),
        };
      case "productsAnswered":
        return {
          red: t("check.productsAnswered.red"),
          why: t("check.productsAnswered.why"),
          passed: t("check.productsAnswered.passed"),
          fix: t("check.productsAnswered.fix"),
        };
      case "depositSettled":
        return {
          red: t("check.depositSettled.red"),
          why: reasonOf(item),
          passed:
            facts.depositAmount === null
              ? t("check.depositSettled.passedNone")
              : t("check.depositSettled.passed", { amount: format.money(facts.depositAmount, { cents: "whenAny" }) }),
          fix: t("check.depositSettled.fix"),
        };
      case "deliverySettled":
        return {
          red: t("check.deliverySettled.red"),
          why: reasonOf(item),
          passed: facts.slotStartsAt
            ? t("check.deliverySettled.passed", { time: format.dateTime(facts.slotStartsAt, "weekday") })
            : t("check.deliverySettled.passedLater"),
          fix: t("check.deliverySettled.fix"),
        };
      case "nothingToRecheck": {
        const stage = "stage" in item.fix ? card(`stage.${item.fix.stage}`) : "";
        return {
          red: t("check.nothingToRecheck.red"),
          why: t("check.nothingToRecheck.why", { stage: stage.toLocaleLowerCase(format.locale) }),
          passed: t("check.nothingToRecheck.passed"),
          fix: t("check.nothingToRecheck.fix"),
        };
      }
      case "vehicleChosen":
      case "tradeSettled":
        return {
          red: t(`check.${item.code}.red`),
          why: reasonOf(item),
          passed: t(`check.${item.code}.passed`),
          fix: t(`check.${item.code}.fix`),
        };
    }
  };
}
