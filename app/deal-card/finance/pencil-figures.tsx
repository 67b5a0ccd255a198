import { pencilMessages } from "#app/deal-card/finance/pencil-messages";
import { aprText } from "#app/deal-card/summary/payment-headline";
import { useMessages } from "#app/ui/messages";
import { Money } from "#app/ui/money";
import { useFormat } from "#app/ui/use-format";
import type { DealTerms, TermsFigures } from "#machines/deal/deal-terms";

interface PencilFiguresProps {
  terms: DealTerms;
  figures: TermsFigures;
  /** `large`: the sheet the customer reads; `small`: a row of a list. */
  size?: "large" | "small";
}

/** The figure a structure comes to and the terms it rests on. */
export function PencilFigures({ terms, figures, size = "large" }: PencilFiguresProps) {
  const t = useMessages(pencilMessages);
  const { payment, cashDue } = figures;
  const look = size === "large" ? "text-38 font-figure" : "text-18 font-semibold";
  const per = "[&_.per]:ml-0.5 [&_.per]:text-13 [&_.per]:font-normal [&_.per]:tracking-normal [&_.per]:text-ink-3";
  return (
    <div>
      <p className={`${look} ${per}`}>
        {payment === null ? (
          <Money amount={cashDue} per={` ${t("inAll")}`} />
        ) : (
          <Money amount={payment} per={t("perMonth")} />
        )}
      </p>
      <p className="text-13 text-ink-2">{usePlanWords()(terms, figures)}</p>
    </div>
  );
}

/** "60 months at 5.49 % APR, $3,000 due at signing". */
export function usePlanWords() {
  const t = useMessages(pencilMessages);
  const format = useFormat();
  return (
    {
      method,
      termMonths,
      leaseTermMonths,
      milesPerYear,
    }: Omit<DealTerms, "sellingPrice" | "docFeeWaived" | "allowances" | "contractRate">,
    { cashDue, aprDisclosed }: Pick<TermsFigures, "cashDue" | "aprDisclosed">,
  ): string => {
    const due = format.money(cashDue, { cents: "whenAny" });
    switch (method) {
      case "cash":
        return t("terms.cash");
      case "finance":
        return t("terms.finance", {
          months: String(termMonths),
          apr: aprDisclosed === null ? "" : aprText(aprDisclosed, format),
          due,
        });
      case "lease":
        return t("terms.lease", { months: String(leaseTermMonths), miles: format.number(milesPerYear), due });
    }
  };
}
