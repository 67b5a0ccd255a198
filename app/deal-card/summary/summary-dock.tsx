import { ChevronUp } from "lucide-react";
import { cardMessages } from "#app/deal-card/card-messages";
import { useCardPanel } from "#app/deal-card/card-panels";
import { NextStepAction, WaysOut } from "#app/deal-card/summary/next-step-action";
import { PaymentChip } from "#app/deal-card/summary/payment-chip";
import { useHeadline } from "#app/deal-card/summary/payment-headline";
import { useDeal } from "#app/deal-card/use-deal";
import { cx } from "#app/ui/class-names";
import { useMessages } from "#app/ui/messages";
import { Money } from "#app/ui/money";
import { useFormat } from "#app/ui/use-format";

/** Under the thumb: what to do next, the ways round it, and the payment that opens to the whole summary. */
export function SummaryDock({ className }: { className?: string }) {
  const t = useMessages(cardMessages);
  return (
    <section
      aria-label={t("summary.next")}
      className={cx("fixed inset-x-0 bottom-0 z-20 border-t border-line bg-surface shadow-pop", className)}
    >
      <div className="mx-auto max-w-210 px-3 pt-2.5 sm:flex sm:items-center sm:gap-6 sm:px-5 sm:py-3">
        <div className="sm:order-2 sm:flex-1">
          <NextStepAction compact />
          <WaysOut className="mt-1 flex justify-between gap-1 max-sm:-mx-1 sm:justify-center" />
        </div>
        <SummaryBar />
      </div>
    </section>
  );
}

function SummaryBar() {
  const { worksheet } = useDeal();
  const { openPanel } = useCardPanel();
  const t = useMessages(cardMessages);
  const format = useFormat();
  const headline = useHeadline();
  const chosen = worksheet?.chosen;
  const due = chosen?.ok && chosen.method !== "cash" ? chosen.cashDueAtSigning : null;
  return (
    <button
      type="button"
      aria-label={t("summary.open")}
      onClick={() => openPanel("summary")}
      className="flex min-h-16 w-full items-center gap-3 text-left max-sm:-mx-3 max-sm:mt-2 max-sm:w-[calc(100%+1.5rem)] max-sm:border-t max-sm:border-line max-sm:px-4 max-sm:pb-safe sm:w-auto"
    >
      <span className="min-w-0 flex-1">
        {headline ? (
          <Money
            amount={headline.amount}
            per={headline.per}
            live
            className="text-20 font-semibold [&_.per]:text-14 [&_.per]:font-normal [&_.per]:text-ink-3"
          />
        ) : (
          <span className="block font-semibold">{t("summary.noPayment")}</span>
        )}
        <span className="block truncate text-13 text-ink-3">
          {[
            headline?.shortTerms,
            due === null ? null : t("summary.due", { amount: format.money(due, { cents: "whenAny" }) }),
          ]
            .filter(Boolean)
            .join(", ")}
        </span>
      </span>
      <PaymentChip brief className="max-md:[@media(width>=40rem)]:hidden" />
      <ChevronUp aria-hidden className="size-5 shrink-0 text-ink-3" strokeWidth={1.75} />
    </button>
  );
}
