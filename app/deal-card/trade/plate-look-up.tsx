import { type FormEvent, useEffect, useState } from "react";
import { lookUpMessages } from "#app/deal-card/trade/look-up-messages";
import { useDeal } from "#app/deal-card/use-deal";
import { useJson } from "#app/deal-card/use-json";
import type { CarLookUp, PlateAnswer } from "#app/valuation/known-car";
import { Button } from "#app/ui/button";
import { useMessages } from "#app/ui/messages";
import { TextField } from "#app/ui/text-field";

type Read = Extract<CarLookUp, { status: "read" }>;

/** For whoever has no number at hand: where the store has a service for it, the plate finds the number. */
export function PlateLookUp({ onRead }: { onRead: (read: Read) => void }) {
  const { dealId, view } = useDeal();
  const t = useMessages(lookUpMessages);
  const { data, busy, failed, load } = useJson<CarLookUp | PlateAnswer>();
  const [open, setOpen] = useState(false);
  const [plate, setPlate] = useState("");
  const { region } = view.card.store.address;
  useEffect(() => {
    if (data?.status === "read") onRead(data);
  }, [data, onRead]);
  if (!open)
    return (
      <Button kind="word" size="small" className="-ml-2.5 self-start" onClick={() => setOpen(true)}>
        {t("byPlate")}
      </Button>
    );
  const look = (event: FormEvent) => {
    event.preventDefault();
    if (plate.trim()) void load(`/deals/${dealId}/trade-car?${new URLSearchParams({ plate, region })}`);
  };
  return (
    <form onSubmit={look} className="mt-3 grid grid-cols-[minmax(0,1fr)_auto] items-start gap-2">
      <TextField
        name="plateLookUp"
        label={t("plate")}
        hint={<span role="status">{t(answerOf(data, failed))}</span>}
        maxLength={10}
        autoCapitalize="characters"
        autoComplete="off"
        spellCheck={false}
        value={plate}
        onChange={(event) => setPlate(event.currentTarget.value)}
      />
      <Button type="submit" busy={busy} className="mt-5 touch:h-11">
        {t("look")}
      </Button>
    </form>
  );
}

/** Which of the texts answers. */
function answerOf(answer: CarLookUp | PlateAnswer | null, failed: boolean) {
  if (failed) return "failed";
  if (answer?.status === "plateNotAvailable") return "plateNotAvailable";
  return answer?.status === "plateUnknown" || answer?.status === "unreadable" ? "plateUnknown" : "plateHint";
}
