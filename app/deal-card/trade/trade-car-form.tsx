import type { FormEvent } from "react";
import { LivePlace } from "#app/deal-card/live-place";
import { cardPlaces } from "#app/deal-card/next-action";
import { tradeMessages } from "#app/deal-card/trade/trade-messages";
import { useDeal } from "#app/deal-card/use-deal";
import { useSend } from "#app/deal-card/use-send";
import { Button } from "#app/ui/button";
import { useMessages } from "#app/ui/messages";
import { TextField } from "#app/ui/text-field";

const OLDEST_TRADE_YEAR = 1950;
const LATEST_TRADE_YEAR = 2100;

/** Year, make, model and mileage go together: they are one description, and one estimate rests on it. */
export function TradeCarForm() {
  const { view } = useDeal();
  const t = useMessages(tradeMessages);
  const { busy, act } = useSend();
  const { description } = view.card.trade;
  const save = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const text = (name: string) => String(form.get(name) ?? "").trim();
    void act({
      type: "trade.described",
      year: Number(text("year")),
      make: text("make"),
      model: text("model"),
      trim: text("trim"),
      mileage: Number(text("mileage").replace(/\D/g, "")),
      vin: text("vin").toUpperCase() || null,
    });
  };
  return (
    <LivePlace field="tradeCar" byLine>
      <form id={cardPlaces.tradeCar} onSubmit={save} className="grid grid-cols-2 gap-x-3 gap-y-4 sm:grid-cols-6">
        <TextField
          name="year"
          label={t("car.year")}
          className="sm:col-span-1"
          inputMode="numeric"
          type="number"
          min={OLDEST_TRADE_YEAR}
          max={LATEST_TRADE_YEAR}
          required
          defaultValue={description?.year}
        />
        <TextField
          name="make"
          label={t("car.make")}
          className="sm:col-span-2"
          required
          maxLength={80}
          defaultValue={description?.make}
        />
        <TextField
          name="model"
          label={t("car.model")}
          className="sm:col-span-2"
          required
          maxLength={80}
          defaultValue={description?.model}
        />
        <TextField
          name="trim"
          label={t("car.trim")}
          className="sm:col-span-1"
          optional
          maxLength={80}
          defaultValue={description?.trim}
        />
        <MileageAndVin />
        {description ? (
          <div className="col-span-full">
            <Button type="submit" busy={busy}>
              {t("car.save")}
            </Button>
          </div>
        ) : null}
      </form>
    </LivePlace>
  );
}

function MileageAndVin() {
  const { view } = useDeal();
  const t = useMessages(tradeMessages);
  const { description } = view.card.trade;
  return (
    <>
      <TextField
        name="mileage"
        label={t("car.mileage")}
        className="max-sm:col-span-2 sm:col-span-2"
        inputMode="numeric"
        pattern="[0-9 ,.]{1,9}"
        required
        after="mi"
        defaultValue={description?.mileage}
      />
      <TextField
        name="vin"
        label={t("car.vin")}
        hint={t("car.vinHint")}
        className="max-sm:col-span-2 sm:col-span-4"
        optional
        pattern="[A-HJ-NPR-Za-hj-npr-z0-9]{17}"
        autoCapitalize="characters"
        autoComplete="off"
        defaultValue={description?.vin ?? ""}
      />
    </>
  );
}
