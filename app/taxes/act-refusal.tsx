import { useMessages } from "#app/ui/messages";
import { storeTaxMessages } from "./store-tax-messages";
import type { TaxActAnswer } from "./store-taxes";

/** Why the store did not take an act, beside its button. Fields say their own. */
export function ActRefusal({ answer, act }: { answer: TaxActAnswer | null; act: string }) {
  const t = useMessages(storeTaxMessages);
  const mine = answer?.act === act ? answer : null;
  const sentence = mine?.refused ? t(`refused.${mine.refused}`) : mine?.problems.length ? t("problem.other") : "";
  return (
    <p role="alert" className={sentence ? "text-13 text-neg" : "sr-only"}>
      {sentence}
    </p>
  );
}
