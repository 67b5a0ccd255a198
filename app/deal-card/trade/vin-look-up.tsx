import { type FormEvent, useEffect, useState } from "react";
import { useCurrentCar } from "#app/deal-card/current-car";
import { tradeMessages } from "#app/deal-card/trade/trade-messages";
import { useDeal } from "#app/deal-card/use-deal";
import { useJson } from "#app/deal-card/use-json";
import type { CarLookUp } from "#app/valuation/known-car";
import { Button } from "#app/ui/button";
import { useMessages } from "#app/ui/messages";
import { TextField } from "#app/ui/text-field";

type Read = Extract<CarLookUp, { status: "read" }>;

/** The quick way: the number fills what it says, and what it leaves open is chosen or typed below. */
export function VinLookUp({ onRead }: { onRead: (read: Read) => void }) {
  const { dealId } = useDeal();
  const { trade } = useCurrentCar();
  const t = useMessages(tradeMessages);
  const { data, busy, failed, load } = useJson<CarLookUp>();
  const [vin, setVin] = useState(trade.description?.vin ?? "");
  const look = (event: FormEvent) => {
    event.preventDefault();
    if (vin.trim()) void load(`/deals/${dealId}/trade-car?vin=${encodeURIComponent(vin)}`);
  };
  useEffect(() => {
    if (data?.status === "read") onRead(data);
  }, [data, onRead]);
  return (
    <form onSubmit={look} className="grid grid-cols-[minmax(0,1fr)_auto] items-start gap-2">
      <TextField
        name="vinLookUp"
        label={t("car.vin")}
        hint={<VinAnswer answer={data} failed={failed} />}
        maxLength={40}
        autoCapitalize="characters"
        autoComplete="off"
        spellCheck={false}
        value={vin}
        onChange={(event) => setVin(event.currentTarget.value)}
      />
      <Button type="submit" busy={busy} className="mt-5 touch:h-11">
        {t("car.readVin")}
      </Button>
    </form>
  );
}

function VinAnswer({ answer, failed }: { answer: CarLookUp | null; failed: boolean }) {
  const t = useMessages(tradeMessages);
  if (failed) return <span role="status">{t("car.vinFailed")}</span>;
  if (!answer) return t("car.vinHint");
  if (answer.status === "unreadable")
    return (
      <span role="status" className="text-neg">
        {t(`car.vinUnreadable.${answer.reason}`)}
      </span>
    );
  const { year, make, kinds, isOurs, checkDigitIsRight } = answer;
  const car = [year, make, kinds.length === 1 ? kinds[0]?.model : null].filter(Boolean).join(" ");
  return (
    <span role="status" className={checkDigitIsRight ? "text-pos" : "text-warn"}>
      {isOurs ? t("car.vinOurs", { car }) : t(kinds.length === 1 ? "car.vinRead" : "car.vinReadPart", { car })}
      {checkDigitIsRight ? "" : ` ${t("car.vinCheck")}`}
    </span>
  );
}
