import { LivePlace } from "#app/deal-card/live-place";
import { useReaderVoice } from "#app/deal-card/reader-voice";
import { balanceMessages } from "#app/deal-card/trade/balance-messages";
import { useDeal } from "#app/deal-card/use-deal";
import { useLiveValue } from "#app/deal-card/use-live-value";
import { Button } from "#app/ui/button";
import { MoneyField } from "#app/ui/live-field";
import { useMessages } from "#app/ui/messages";
import { MoneyLine, MoneyLines } from "#app/ui/money-line";
import { useFormat } from "#app/ui/use-format";
import { describedTrades, tradeDeficit } from "#machines/deal/deal-trades";
import { cents, minus, noCents, smaller } from "#machines/money/cents";

/** Upside down, said plainly: how much, where it goes, and how much of it the customer would rather pay now. */
export function TradeBalance() {
  const { view } = useDeal();
  const t = useMessages(balanceMessages);
  const voice = useReaderVoice();
  const format = useFormat();
  const { card, kept } = view;
  const deficit = tradeDeficit(card, kept);
  const paid = useLiveValue("tradePayoff", card.finance.tradeBalancePaidNow, (amount) => ({
    type: "finance.tradeBalanceSplit",
    paidNow: amount,
  }));
  if (deficit === 0) return null;
  const now = smaller(card.finance.tradeBalancePaidNow, deficit);
  const amount = format.money(deficit, { cents: "whenAny" });
  return (
    <LivePlace field="tradePayoff" tint={false}>
      <section className="rounded-block border border-warn-mark/50 bg-surface px-4 pt-3 pb-3 max-sm:rounded-sheet">
        <h3 className="text-16">{t("title", { ...voice, amount, cars: describedTrades(card).length })}</h3>
        <p className="text-13 text-ink-2">{card.finance.method === "cash" ? t("cash") : t("note")}</p>
        {card.finance.method === "cash" ? null : (
          <>
            <MoneyLines className="-mx-4 py-1">
              <MoneyLine label={t("now")} amount={now} cents="whenAny" />
              <MoneyLine kind="result" label={t("onLoan")} amount={minus(deficit, now)} cents="whenAny" />
            </MoneyLines>
            <div className="flex flex-wrap items-end gap-2">
              <MoneyField
                {...paid.frame}
                label={t("input")}
                className="w-36"
                value={paid.value}
                onCommit={(value) => paid.set(cents(value))}
              />
              <Button kind="word" onClick={() => paid.set(deficit)}>
                {t("all")}
              </Button>
              <Button kind="word" onClick={() => paid.set(noCents)}>
                {t("none")}
              </Button>
            </div>
          </>
        )}
      </section>
    </LivePlace>
  );
}
