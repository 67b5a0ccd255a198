import { LivePlace } from "#app/deal-card/live-place";
import { useReaderVoice } from "#app/deal-card/reader-voice";
import { RangeBar } from "#app/deal-card/trade/range-bar";
import { tradeMessages } from "#app/deal-card/trade/trade-messages";
import { useDeal } from "#app/deal-card/use-deal";
import { useSend } from "#app/deal-card/use-send";
import { Button } from "#app/ui/button";
import { EstimateChip } from "#app/ui/chip";
import { useMessages } from "#app/ui/messages";
import { MoneyRange } from "#app/ui/money";
import { MoneyLine, MoneyLineRule, MoneyLines } from "#app/ui/money-line";
import { useFormat } from "#app/ui/use-format";
import type { ValuationLine } from "#machines/stages/trade";

/** Before there is an offer: a range with its source and its expiry, and the lines that make the likely value. */
export function TradeValue() {
  const { view } = useDeal();
  const t = useMessages(tradeMessages);
  const format = useFormat();
  const voice = useReaderVoice();
  const { valuation } = view.card.trade;
  if (!valuation) return <NoValue />;
  return (
    <LivePlace field="tradeValue" byLine tint={false}>
      <div className="rounded-block border border-line bg-surface max-sm:rounded-sheet px-4 pt-4 pb-2">
        <p className="mb-1 flex flex-wrap items-center gap-x-3 gap-y-1 text-13 text-ink-2">
          <EstimateChip />
          {t("range.title")}
        </p>
        <p className="text-28 font-figure">
          <MoneyRange low={valuation.low} high={valuation.high} />
        </p>
        <RangeBar low={valuation.low} high={valuation.high} mark={valuation.base} markLabel={t("range.likely")} />
        <hr className="mt-3 border-line" />
        <MoneyLines className="-mx-4 py-1">
          <ValueLines lines={valuation.lines} />
          <MoneyLineRule />
          <MoneyLine kind="result" label={t("range.total")} amount={valuation.base} cents="whenAny" />
        </MoneyLines>
      </div>
      <p className="mt-2 text-12 text-ink-3">
        {t("range.notOffer")}{" "}
        {t("range.source", {
          source: valuation.source,
          asOf: format.date(valuation.asOf),
          until: format.date(valuation.goodThrough),
        })}
      </p>
      <p className="mt-3 text-ink-2">{t("offer.waiting", { ...voice, store: view.card.store.name })}</p>
    </LivePlace>
  );
}

function NoValue() {
  const { view } = useDeal();
  const t = useMessages(tradeMessages);
  const { busy, act } = useSend();
  const answered = Object.keys(view.card.trade.condition).length > 0;
  return (
    <div className="flex flex-wrap items-center justify-between gap-3 rounded-block bg-ground px-4 py-3 max-sm:bg-surface">
      <p className="text-ink-2">{answered ? t("range.stale") : t("range.none")}</p>
      <Button busy={busy} onClick={() => void act({ type: "trade.valuationRequested" })}>
        {answered ? t("range.again") : t("range.ask")}
      </Button>
    </div>
  );
}

/** The source's own lines; the first is a value, the others say what moved it. */
export function ValueLines({ lines }: { lines: readonly ValuationLine[] }) {
  const t = useMessages(tradeMessages);
  const known = tradeMessages.en.range.lines;
  return lines.map(({ code, amount }, index) => (
    <MoneyLine
      key={code}
      label={Object.hasOwn(known, code) ? t(`range.lines.${code as keyof typeof known}`) : code}
      amount={amount}
      cents="whenAny"
      sign={index === 0 ? "auto" : "always"}
      tone={index === 0 ? "plain" : amount < 0 ? "loss" : "gain"}
    />
  ));
}
