import { incentiveMessages } from "#app/deal-card/vehicle/incentive-messages";
import { vehicleMessages } from "#app/deal-card/vehicle/vehicle-messages";
import { useMessages } from "#app/ui/messages";
import { useFormat } from "#app/ui/use-format";
import { incentivesOf } from "#machines/deal/deal-incentives";
import { type DealView, numbersFrom } from "#machines/deal/deal-view";
import { dealWorksheet } from "#machines/deal/deal-worksheet";
import { type Cents, minus } from "#machines/money/cents";
import type { Incentive } from "#machines/store/incentive-programme";
import { combine, type LeftOutIncentive } from "#machines/store/incentive-stack";

/** Why a programme is not in the deal, in a sentence. */
export function useLeftOutSentence() {
  const t = useMessages(incentiveMessages);
  const vehicle = useMessages(vehicleMessages);
  const format = useFormat();
  return ({ incentive, reason, insteadOf }: LeftOutIncentive): string => {
    const { validFrom, validThrough, methods, rates, lender, eligibility } = incentive;
    switch (reason) {
      case "notYet":
        return t("out.notYet", { date: format.date(validFrom ?? "", "long") });
      case "ended":
        return t("out.ended", { date: format.date(validThrough ?? "", "long") });
      case "method":
        return t("out.method", {
          methods: (rates ? (["finance"] as const) : (methods ?? []))
            .map((method) => t(`methods.${method}`))
            .join(` ${t("or")} `),
        });
      case "term":
        return t("out.term", { terms: termsOf(incentive) });
      case "lender":
        return t("out.lender", { lender: lender ?? "" });
      case "notClaimed":
        return t("out.notClaimed", { eligibility: vehicle(`eligibility.${eligibility}`) });
      case "notTogether":
        return t(insteadOf?.rates ? "out.notTogetherRate" : "out.notTogether", { other: insteadOf?.name ?? "" });
      case "region":
      case "trim":
        return t(`out.${reason}`);
    }
  };
}

export const termsOf = ({ rates }: Incentive): string => (rates ?? []).map(({ termMonths }) => termMonths).join(", ");

/** What taking a maker's rate does: worked whole with it, less worked whole without it. */
export interface RateEffect {
  payment: Cents;
  total: Cents;
  /** What the customer would have without it and not with it. */
  givenUp: string[];
}

export function rateEffect(view: Pick<DealView, "card" | "kept">, rate: Incentive): RateEffect | null {
  const others = view.card.vehicle.claimedIncentives.filter((code) => code !== rate.code);
  const [withIt, without] = [[...others, rate.code], others].map((claimedIncentives) => {
    const card = { ...numbersFrom(view), vehicle: { ...view.card.vehicle, claimedIncentives } };
    return { chosen: dealWorksheet(card)?.chosen, applied: incentivesOf(card).applied };
  });
  if (!withIt?.chosen?.ok || withIt.chosen.method !== "finance") return null;
  if (!without?.chosen?.ok || without.chosen.method !== "finance") return null;
  return {
    payment: minus(withIt.chosen.payment, without.chosen.payment),
    total: minus(withIt.chosen.totalOfPayments, without.chosen.totalOfPayments),
    givenUp: without.applied.filter((one) => !combine(one, rate)).map(({ name }) => name),
  };
}
