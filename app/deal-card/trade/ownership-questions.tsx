import { type FormEvent, useState } from "react";
import { LivePlace } from "#app/deal-card/live-place";
import { cardPlaces } from "#app/deal-card/next-action";
import { useReaderVoice } from "#app/deal-card/reader-voice";
import { tradeMessages } from "#app/deal-card/trade/trade-messages";
import { useDeal } from "#app/deal-card/use-deal";
import { useLiveValue } from "#app/deal-card/use-live-value";
import { useSend } from "#app/deal-card/use-send";
import { Button } from "#app/ui/button";
import { MoneyField } from "#app/ui/live-field";
import { useMessages } from "#app/ui/messages";
import { SegmentedControl } from "#app/ui/segmented-control";
import { TextField } from "#app/ui/text-field";
import { useFormat } from "#app/ui/use-format";
import { cents, noCents } from "#machines/money/cents";
import { isPlainDate } from "#machines/money/plain-date";
import type { TradeOwnership } from "#machines/stages/trade";

const ownerships = ["owned", "financed", "leased"] as const satisfies readonly TradeOwnership[];

/** Owned, financed or leased; and what closes the old loan, until when. */
export function OwnershipQuestions() {
  const { view } = useDeal();
  const t = useMessages(tradeMessages);
  const voice = useReaderVoice();
  const inDeal = view.card.trade.ownership;
  const ownership = useLiveValue<TradeOwnership | null>("tradeOwnership", inDeal, (value) => ({
    type: "trade.ownershipStated",
    ownership: value ?? "owned",
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
  const { view } = useDeal();
  const t = useMessages(tradeMessages);
  const format = useFormat();
  const { lien } = view.card.trade;
  const [changing, setChanging] = useState(false);
  if (!lien || changing) return <PayoffForm onSaved={() => setChanging(false)} />;
  return (
    <LivePlace field="tradePayoff" byLine>
      <div className="flex flex-wrap items-center justify-between gap-2 rounded-block bg-ground px-4 py-3">
        <p>
          {t("ownership.saved", {
            lender: lien.lender,
            amount: format.money(lien.payoff, { cents: "whenAny" }),
            date: format.date(lien.payoffGoodThrough),
          })}
        </p>
        <Button kind="word" size="small" onClick={() => setChanging(true)}>
          {t("ownership.change")}
        </Button>
      </div>
    </LivePlace>
  );
}

function PayoffForm({ onSaved }: { onSaved: () => void }) {
  const { view } = useDeal();
  const t = useMessages(tradeMessages);
  const { busy, act } = useSend();
  const { lien } = view.card.trade;
  const [payoff, setPayoff] = useState<number>(lien?.payoff ?? noCents);
  const save = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const payoffGoodThrough = String(form.get("goodThrough") ?? "");
    if (!isPlainDate(payoffGoodThrough)) return;
    const lender = String(form.get("lender") ?? "").trim();
    if (await act({ type: "trade.payoffStated", lender, payoff: cents(payoff), payoffGoodThrough })) onSaved();
  };
  return (
    <LivePlace field="tradePayoff">
      <form onSubmit={(event) => void save(event)} className="grid gap-x-3 gap-y-4 sm:grid-cols-3">
        <TextField name="lender" label={t("ownership.lender")} required maxLength={80} defaultValue={lien?.lender} />
        <MoneyField
          label={t("ownership.payoff")}
          hint={t("ownership.payoffHint")}
          value={payoff}
          onType={setPayoff}
          onCommit={setPayoff}
        />
        <TextField
          name="goodThrough"
          type="date"
          label={t("ownership.goodThrough")}
          required
          defaultValue={lien?.payoffGoodThrough}
        />
        <div className="sm:col-span-3">
          <Button type="submit" busy={busy}>
            {t("ownership.save")}
          </Button>
        </div>
      </form>
    </LivePlace>
  );
}
