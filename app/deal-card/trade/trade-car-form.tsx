import { type FormEvent, useEffect, useRef, useState } from "react";
import { useCurrentCar } from "#app/deal-card/current-car";
import { LivePlace } from "#app/deal-card/live-place";
import { cardPlaces } from "#app/deal-card/card-action";
import { tradeMessages } from "#app/deal-card/trade/trade-messages";
import { PlateLookUp } from "#app/deal-card/trade/plate-look-up";
import { VinLookUp } from "#app/deal-card/trade/vin-look-up";
import { useDeal } from "#app/deal-card/use-deal";
import { useJson } from "#app/deal-card/use-json";
import { useSend } from "#app/deal-card/use-send";
import type { CarLookUp, KnownCar } from "#app/valuation/known-car";
import { Button } from "#app/ui/button";
import { useMessages } from "#app/ui/messages";
import { SelectField, TextField } from "#app/ui/text-field";

const OLDEST_TRADE_YEAR = 1950;
const LATEST_TRADE_YEAR = 2100;

type Read = Extract<CarLookUp, { status: "read" }>;

/** What the fields hold before somebody types: the car as the deal knows it, or as its number says. */
interface Start {
  year: number | null;
  make: string;
  model: string;
  trim: string;
  kind: KnownCar | null;
  vin: string;
}

/** Year, make, model and mileage go together: they are one description, and one estimate rests on it. */
export function TradeCarForm() {
  const { trade, about } = useCurrentCar();
  const t = useMessages(tradeMessages);
  const { busy, act } = useSend();
  const [read, setRead] = useState<Read | null>(null);
  const { description } = trade;
  const save = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const text = (name: string) => String(form.get(name) ?? "").trim();
    const kind = JSON.parse(text("kind") || "null") as KnownCar | null;
    const isStill = kind && kind.model.toLowerCase() === text("model").toLowerCase();
    void act({
      type: "trade.described",
      year: Number(text("year")),
      make: text("make"),
      model: text("model"),
      trim: text("trim"),
      mileage: Number(text("mileage").replace(/\D/g, "")),
      vin: text("vin").toUpperCase() || null,
      body: isStill ? kind.body : null,
      fuel: isStill ? kind.fuel : null,
      fourWheelDrive: isStill ? kind.fourWheelDrive : null,
      ...about,
    });
  };
  const start = read ? startOf(read) : startWith(description);
  return (
    <LivePlace field="tradeCar" byLine>
      <VinLookUp onRead={setRead} />
      <PlateLookUp onRead={setRead} />
      <form
        id={cardPlaces.tradeCar}
        key={read?.vin}
        onSubmit={save}
        className="mt-4 grid grid-cols-2 gap-x-3 gap-y-4 border-t border-line pt-4 sm:grid-cols-6"
      >
        <TextField
          name="year"
          label={t("car.year")}
          className="sm:col-span-1"
          inputMode="numeric"
          type="number"
          min={OLDEST_TRADE_YEAR}
          max={LATEST_TRADE_YEAR}
          required
          defaultValue={start.year ?? undefined}
        />
        <ModelFields start={start} kinds={read?.kinds ?? []} mileage={description?.mileage} />
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

type Description = ReturnType<typeof useCurrentCar>["trade"]["description"];

function startOf({ year, make, kinds, vin }: Read): Start {
  const kind = kinds.length === 1 ? (kinds[0] ?? null) : null;
  return { year, make, model: kind?.model ?? "", trim: kind?.trim ?? "", kind, vin };
}

function startWith(description: Description): Start {
  const { year = null, make = "", model = "", trim = "", vin = "" } = description ?? {};
  return { year, make, model, trim, kind: kindIn(description), vin: vin ?? "" };
}

function kindIn(description: Description): KnownCar | null {
  if (!description?.body || !description.fuel || description.fourWheelDrive === null) return null;
  const { make, model, trim, body, fuel, fourWheelDrive } = description;
  return { make, model, trim, body, fuel, fourWheelDrive };
}

const labelOf = ({ model, trim }: KnownCar) => `${model} ${trim}`.trim();

/** Model and trim: chosen from what is known of the make, or typed. A choice fills both, and knows body and driven wheels. */
function ModelFields({ start, kinds, mileage }: { start: Start; kinds: KnownCar[]; mileage: number | undefined }) {
  const { dealId } = useDeal();
  const t = useMessages(tradeMessages);
  const [make, setMake] = useState(start.make);
  const [kind, setKind] = useState(start.kind);
  const { data, load } = useJson<{ kinds: KnownCar[] }>();
  const asked = useRef("");
  useEffect(() => {
    const wanted = make.trim();
    if (kinds.length > 0 || wanted.length < 3 || wanted === asked.current) return;
    const timer = setTimeout(() => {
      asked.current = wanted;
      void load(`/deals/${dealId}/trade-car?make=${encodeURIComponent(wanted)}`);
    }, 400);
    return () => clearTimeout(timer);
  }, [dealId, kinds.length, load, make]);
  const offered = kinds.length > 0 ? kinds : (data?.kinds ?? []);
  const at = kind ? offered.findIndex((one) => labelOf(one) === labelOf(kind)) : -1;
  return (
    <>
      <TextField
        name="make"
        label={t("car.make")}
        className="sm:col-span-2"
        required
        maxLength={80}
        value={make}
        onChange={(event) => setMake(event.currentTarget.value)}
      />
      {offered.length > 0 ? (
        <SelectField
          label={t("car.kind")}
          className="col-span-2 sm:col-span-3"
          placeholder={t("car.kindOther")}
          value={at < 0 ? "" : String(at)}
          onChange={(event) => setKind(offered[Number(event.currentTarget.value || -1)] ?? null)}
          options={offered.map((one, index) => ({ value: String(index), label: labelOf(one) }))}
        />
      ) : null}
      <TextField
        key={`model ${kind?.model}`}
        name="model"
        label={t("car.model")}
        className="sm:col-span-2"
        required
        maxLength={80}
        defaultValue={kind?.model ?? start.model}
      />
      <TextField
        key={`trim ${kind ? labelOf(kind) : ""}`}
        name="trim"
        label={t("car.trim")}
        className="sm:col-span-1"
        optional
        maxLength={80}
        defaultValue={kind?.trim ?? start.trim}
      />
      <input type="hidden" name="kind" value={kind ? JSON.stringify(kind) : ""} />
      <MileageAndVin vin={start.vin} mileage={mileage} />
    </>
  );
}

function MileageAndVin({ vin, mileage }: { vin: string; mileage: number | undefined }) {
  const t = useMessages(tradeMessages);
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
        defaultValue={mileage}
      />
      <input type="hidden" name="vin" value={vin} />
    </>
  );
}
