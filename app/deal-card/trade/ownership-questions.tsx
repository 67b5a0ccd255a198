import { useState } from "react";
import { useCurrentCar } from "#app/deal-card/current-car";
import { LivePlace } from "#app/deal-card/live-place";
import { cardPlaces } from "#app/deal-card/card-action";
import { useReaderVoice } from "#app/deal-card/reader-voice";
import { PayoffForm } from "#app/deal-card/trade/payoff-form";
import { TenDayPayoff } from "#app/deal-card/trade/ten-day-payoff";
import { tradeMessages } from "#app/deal-card/trade/trade-messages";
import { useDeal } from "#app/deal-card/use-deal";
import { useLiveValue } from "#app/deal-card/use-live-value";
import { Button } from "#app/ui/button";
import { useMessages } from "#app/ui/messages";
import { SegmentedControl } from "#app/ui/segmented-control";
import { useFormat } from "#app/ui/use-format";
import { payoffDay } from "#machines/deal/deal-trades";
import { isLeftOut } from "#machines/deal/deal-worksheet";
import type { TradeOwnership } from "#machines/stages/trade";
import { payoffOn, storeMayBuyOut, type TradeLien } from "#machines/stages/trade-payoff";

const ownerships = ["owned", "financed", "leased"] as const satisfies readonly TradeOwnership[];

/** Owned, financed or leased; and what closes the old loan, until when. */
export function OwnershipQuestions() {
  const { trade, about } = useCurrentCar();
  const t = useMessages(tradeMessages);
  const voice = useReaderVoice();
  const inDeal = trade.ownership;
  const ownership = useLiveValue<TradeOwnership | null>("tradeOwnership", inDeal, (value) => ({
    type: "trade.ownershipStated",
    ownership: value ?? "owned",
    ...about,
  }));
  const owes = inDeal === "financed" || inDeal === "leased";
  return (
    <div id={cardPlaces.tradeOwnership} className="flex flex-col gap-4">
      <LivePlace field="tradeOwnership" byLine>
        <SegmentedControl
          label={t("ownership.label")}
          name="ownership"
          value={ownership.value ?? undefined}
          onChange={(value: TradeOwnership) => ownership.set(value)}
          segments={ownerships.map((value) => ({ value, label: t(`ownership.${value}`, { ...voice }) }))}
        />
      </LivePlace>
      {owes ? <Payoff /> : null}
    </div>
  );
}

function Payoff() {
  const { lien } = useCurrentCar().trade;
  const t = useMessages(tradeMessages);
  const voice = useReaderVoice();
  const format = useFormat();
  const [changing, setChanging] = useState(false);
  if (!lien || changing) return <PayoffForm onSaved={() => setChanging(false)} />;
  return (
    <LivePlace field="tradePayoff" byLine>
      <div className="rounded-block bg-ground px-4 py-3">
        <div className="flex flex-wrap items-center justify-between gap-2">
          <p>
            {t("ownership.saved", {
              lender: lien.lender,
              amount: format.money(lien.payoff, { cents: "whenAny" }),
              date: format.date(lien.payoffGoodThrough),
            })}
            {lien.accountLastFour ? (
              <span className="text-13 text-ink-3">
                , {t("ownership.savedAccount", { digits: lien.accountLastFour })}
              </span>
            ) : null}
          </p>
          <Button kind="word" size="small" onClick={() => setChanging(true)}>
            {t("ownership.change")}
          </Button>
        </div>
        <PayoffOnTheDay lien={lien} />
        <TenDayPayoff />
        {storeMayBuyOut(lien) ? null : (
          <p className="mt-1 text-13 font-medium text-warn">{t("ownership.notToUs", { ...voice })}</p>
        )}
      </div>
    </LivePlace>
  );
}

/** What it will be when the car changes hands, where that is later than the lender's letter. */
function PayoffOnTheDay({ lien }: { lien: TradeLien }) {
  const { card, kept } = useDeal().view;
  const t = useMessages(tradeMessages);
  const format = useFormat();
  const day = payoffDay(card, !isLeftOut(kept.delivery));
  const { amount, daysOver } = payoffOn(lien, day);
  if (daysOver === 0) return null;
  if (lien.perDiem === null)
    return (
      <p className="mt-1 text-13 font-medium text-warn">
        {t("ownership.runsOut", { date: format.date(lien.payoffGoodThrough), day: format.date(day) })}
      </p>
    );
  return (
    <p className="mt-1 text-13 text-ink-2">
      {t("ownership.counts", {
        date: format.date(day),
        amount: format.money(amount, { cents: "whenAny" }),
        days: daysOver,
        perDay: format.money(lien.perDiem, { cents: "whenAny" }),
      })}
    </p>
  );
}
