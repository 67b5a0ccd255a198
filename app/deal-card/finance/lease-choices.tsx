import { useMemo } from "react";
import { financeMessages } from "#app/deal-card/finance/finance-messages";
import { LivePlace } from "#app/deal-card/live-place";
import { blockOnPhone } from "#app/deal-card/stage-panel";
import { useDeal } from "#app/deal-card/use-deal";
import { useLiveValue } from "#app/deal-card/use-live-value";
import { ChoiceField } from "#app/ui/choice-field";
import { useMessages } from "#app/ui/messages";
import { useFormat } from "#app/ui/use-format";
import { numbersFrom, type DealView } from "#machines/deal/deal-view";
import { dealWorksheet, leaseTermsFor } from "#machines/deal/deal-worksheet";

interface LeaseChoice {
  termMonths: number;
  milesPerYear: number;
  payment: number | null;
}

const keyOf = ({ termMonths, milesPerYear }: Omit<LeaseChoice, "payment">) => `${termMonths}-${milesPerYear}`;

/** Every lease this car and this store have, each with its own payment. */
export function LeaseChoices() {
  const { view } = useDeal();
  const t = useMessages(financeMessages);
  const format = useFormat();
  const choices = useMemo(() => leaseChoices(view), [view]);
  const { leaseTermMonths, milesPerYear } = view.card.finance;
  const inDeal = keyOf({ termMonths: leaseTermMonths, milesPerYear });
  const chosen = useLiveValue<string>("leaseTerms", inDeal, (key) => {
    const choice = choices.find((one) => keyOf(one) === key);
    return {
      type: "finance.leaseTermsChosen",
      termMonths: choice?.termMonths ?? leaseTermMonths,
      milesPerYear: choice?.milesPerYear ?? milesPerYear,
    };
  });
  return (
    <LivePlace field="leaseTerms" byLine className={blockOnPhone}>
      <ChoiceField
        label={t("lease.title")}
        name="leaseTerms"
        look="cards"
        columns={2}
        value={chosen.value}
        error={chosen.frame.error}
        onChange={chosen.set}
        choices={choices.map((choice) => ({
          value: keyOf(choice),
          label: t("lease.option", { months: choice.termMonths }),
          hint: t("lease.miles", { miles: format.number(choice.milesPerYear) }),
          detail: choice.payment === null ? null : t("lease.payment", { amount: format.money(choice.payment) }),
          disabled: choice.payment === null,
        }))}
      />
    </LivePlace>
  );
}

/** Each pair of months and miles recomputed whole, as the deal would stand with it. */
function leaseChoices(view: DealView): LeaseChoice[] {
  const numbers = numbersFrom(view);
  return view.card.store.leaseTerms
    .filter(({ termMonths, milesPerYear }) => leaseTermsFor(numbers, termMonths, milesPerYear) !== null)
    .map(({ termMonths, milesPerYear }) => {
      const finance = { ...numbers.finance, leaseTermMonths: termMonths, milesPerYear };
      const lease = dealWorksheet({ ...numbers, finance })?.lease;
      return { termMonths, milesPerYear, payment: lease?.ok ? lease.payment : null };
    });
}
