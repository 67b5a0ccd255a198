import { useCurrentCar } from "#app/deal-card/current-car";
import { lookUpMessages } from "#app/deal-card/trade/look-up-messages";
import { useDeal } from "#app/deal-card/use-deal";
import { useJson } from "#app/deal-card/use-json";
import type { PayoffQuote } from "#app/valuation/payoff-quote";
import { Button } from "#app/ui/button";
import { useMessages } from "#app/ui/messages";
import { useFormat } from "#app/ui/use-format";

/** What closes the loan ten days from now, asked for when somebody wants to know. */
export function TenDayPayoff() {
  const { dealId } = useDeal();
  const { car } = useCurrentCar();
  const t = useMessages(lookUpMessages);
  const { data, busy, failed, load } = useJson<PayoffQuote>();
  return (
    <div className="mt-1 flex min-h-11 flex-wrap items-center gap-x-3">
      <Button
        kind="word"
        size="small"
        className="-ml-2.5"
        busy={busy}
        onClick={() => void load(`/deals/${dealId}/payoff?car=${car}`)}
      >
        {t("tenDay")}
      </Button>
      <p role="status" className="text-13 text-ink-2">
        {failed ? t("tenDayFailed") : data ? <Quote quote={data} /> : null}
      </p>
    </div>
  );
}

function Quote({ quote }: { quote: PayoffQuote }) {
  const t = useMessages(lookUpMessages);
  const format = useFormat();
  if (quote.status === "noLien") return null;
  const date = format.date(quote.goodThrough);
  if (quote.status === "perDiemMissing") return t("tenDayMissing", { date });
  const said = t("tenDayAmount", { amount: format.money(quote.amount, { cents: "whenAny" }), date });
  return quote.daysOver > 0 ? `${said} ${t("tenDayAdded", { days: quote.daysOver })}` : said;
}
