import { useCurrentCar } from "#app/deal-card/current-car";
import { LivePlace } from "#app/deal-card/live-place";
import { useReaderVoice } from "#app/deal-card/reader-voice";
import { RangeBar } from "#app/deal-card/trade/range-bar";
import { ReviewState } from "#app/deal-card/trade/review-state";
import { tradeMessages } from "#app/deal-card/trade/trade-messages";
import { useDeal } from "#app/deal-card/use-deal";
import { useSend } from "#app/deal-card/use-send";
import { Button } from "#app/ui/button";
import { EstimateChip } from "#app/ui/chip";
import { useMessages } from "#app/ui/messages";
import { MoneyRange } from "#app/ui/money";
import { MoneyLine, MoneyLineRule, MoneyLines } from "#app/ui/money-line";
import { useFormat } from "#app/ui/use-format";
import type { TradeValuation, ValuationLine } from "#machines/stages/trade";

/** Before there is an offer: a range with its source and its expiry, and the lines that make the likely value. */
export function TradeValue() {
  const { valuation, noValuation } = useCurrentCar().trade;
  const t = useMessages(tradeMessages);
  if (noValuation) return <TooFewCars />;
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
      <ValueSource valuation={valuation} />
      <ReviewState />
    </LivePlace>
  );
}

/** How many cars, of what kind and when; how far they lie apart; and how long the figure is good. */
function ValueSource({ valuation }: { valuation: TradeValuation }) {
  const t = useMessages(tradeMessages);
  const format = useFormat();
  const { comparables, mileageBand } = valuation;
  const known = tradeMessages.en.range.sources;
  const source = Object.hasOwn(known, valuation.source)
    ? t(`range.sources.${valuation.source as keyof typeof known}`)
    : valuation.source;
  return (
    <div className="mt-2 flex flex-col gap-1 text-12 text-ink-3">
      {comparables ? (
        <p>
          {t("range.basis", {
            count: comparables.count,
            sold: comparables.sold,
            asking: comparables.count - comparables.sold,
            from: format.date(comparables.firstSeen),
            to: format.date(comparables.lastSeen),
            spread: format.percent(comparables.spreadPercent * 10_000, 0),
          })}
        </p>
      ) : null}
      <p>
        {t("range.notOffer")}{" "}
        {t("range.source", { source, asOf: format.date(valuation.asOf), until: format.date(valuation.goodThrough) })}{" "}
        {mileageBand
          ? t("range.band", { from: format.number(mileageBand.from), to: format.number(mileageBand.to) })
          : null}
      </p>
    </div>
  );
}

/** Honest when there is no number: how many cars are known, and who looks at it instead. */
function TooFewCars() {
  const { view } = useDeal();
  const { noValuation } = useCurrentCar().trade;
  const t = useMessages(tradeMessages);
  const voice = useReaderVoice();
  if (!noValuation) return null;
  return (
    <LivePlace field="tradeValue" byLine tint={false}>
      <div className="rounded-block border border-line bg-surface px-4 py-4 max-sm:rounded-sheet">
        <p className="text-16 font-semibold">{t("range.few")}</p>
        <p className="mt-1 text-ink-2">
          {t("range.fewNote", {
            ...voice,
            store: view.card.store.name,
            count: noValuation.comparables,
            needed: noValuation.needed,
          })}
        </p>
      </div>
      <ReviewState />
    </LivePlace>
  );
}

function NoValue() {
  const { trade, about } = useCurrentCar();
  const t = useMessages(tradeMessages);
  const { busy, act } = useSend();
  const answered = Object.keys(trade.condition).length > 0;
  return (
    <div className="flex flex-wrap items-center justify-between gap-3 rounded-block bg-ground px-4 py-3 max-sm:bg-surface">
      <p className="text-ink-2">{answered ? t("range.stale") : t("range.none")}</p>
      <Button busy={busy} onClick={() => void act({ type: "trade.valuationRequested", ...about })}>
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
