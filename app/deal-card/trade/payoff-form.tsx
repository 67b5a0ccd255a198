import { type FormEvent, useState } from "react";
import { useCurrentCar } from "#app/deal-card/current-car";
import { LivePlace } from "#app/deal-card/live-place";
import { tradeMessages } from "#app/deal-card/trade/trade-messages";
import { useSend } from "#app/deal-card/use-send";
import { Button } from "#app/ui/button";
import { MoneyField } from "#app/ui/live-field";
import { useMessages } from "#app/ui/messages";
import { SelectField, TextField } from "#app/ui/text-field";
import { cents, noCents } from "#machines/money/cents";
import { isPlainDate } from "#machines/money/plain-date";
import { buyoutParties, type BuyoutParty } from "#machines/stages/trade-payoff";

const MOST_MONTHS_LEFT = 84;

/** Who is owed, how much until when, and what each day after that adds; for a lease its buyout and who may have it. */
export function PayoffForm({ onSaved }: { onSaved: () => void }) {
  const { trade, about } = useCurrentCar();
  const t = useMessages(tradeMessages);
  const { busy, act } = useSend();
  const { lien, ownership } = trade;
  const isLease = ownership === "leased";
  const [payoff, setPayoff] = useState<number>(lien?.payoff ?? trade.ownEstimate?.owed ?? noCents);
  const [perDiem, setPerDiem] = useState<number>(lien?.perDiem ?? noCents);
  const save = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const text = (name: string) => String(form.get(name) ?? "").trim();
    const payoffGoodThrough = text("goodThrough");
    if (!isPlainDate(payoffGoodThrough)) return;
    const lease = { monthsLeft: Number(text("monthsLeft")), buyoutBy: text("buyoutBy") as BuyoutParty };
    const saved = await act({
      type: "trade.payoffStated",
      lender: text("lender"),
      payoff: cents(payoff),
      payoffGoodThrough,
      accountLastFour: text("account") || null,
      perDiem: perDiem > 0 ? cents(perDiem) : null,
      lease: isLease ? lease : null,
      ...about,
    });
    if (saved) onSaved();
  };
  return (
    <LivePlace field="tradePayoff">
      <form onSubmit={(event) => void save(event)} className="grid gap-x-3 gap-y-4 sm:grid-cols-3">
        <TextField
          name="lender"
          label={isLease ? t("ownership.lessor") : t("ownership.lender")}
          required
          maxLength={80}
          defaultValue={lien?.lender}
        />
        <MoneyField
          label={isLease ? t("ownership.buyout") : t("ownership.payoff")}
          hint={isLease ? t("ownership.buyoutHint") : t("ownership.payoffHint")}
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
        <MoneyField
          label={t("ownership.perDiem")}
          hint={t("ownership.perDiemHint")}
          optional
          value={perDiem}
          onType={setPerDiem}
          onCommit={setPerDiem}
        />
        <TextField
          name="account"
          label={t("ownership.account")}
          hint={t("ownership.accountHint")}
          optional
          inputMode="numeric"
          pattern="[0-9]{4}"
          maxLength={4}
          autoComplete="off"
          defaultValue={lien?.accountLastFour ?? ""}
        />
        {isLease ? <LeaseFields /> : null}
        <div className="sm:col-span-3">
          <Button type="submit" busy={busy}>
            {t("ownership.save")}
          </Button>
        </div>
      </form>
    </LivePlace>
  );
}

function LeaseFields() {
  const { lien } = useCurrentCar().trade;
  const t = useMessages(tradeMessages);
  return (
    <>
      <TextField
        name="monthsLeft"
        type="number"
        inputMode="numeric"
        min={0}
        max={MOST_MONTHS_LEFT}
        required
        label={t("ownership.monthsLeft")}
        defaultValue={lien?.lease?.monthsLeft}
      />
      <SelectField
        name="buyoutBy"
        label={t("ownership.buyoutBy")}
        className="sm:col-span-2"
        defaultValue={lien?.lease?.buyoutBy ?? "anyDealer"}
        options={buyoutParties.map((value) => ({ value, label: t(`ownership.buyoutParties.${value}`) }))}
      />
    </>
  );
}
