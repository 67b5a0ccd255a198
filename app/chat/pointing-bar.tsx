import { MessageCircleQuestion } from "lucide-react";
import { startTransition, useEffect, useState } from "react";
import { Button } from "#app/ui/button";
import { useMessages } from "#app/ui/messages";
import { isSharedPlace } from "#app/realtime/shared-places";
import { chatMessages } from "./chat-messages";
import { usePlaceName } from "./place-name";
import { useAsk } from "./use-ask";

/** Says what a tap does now, and lets those who cannot point choose the place by its name. */
export function PointingBar() {
  const { setPointing, ask } = useAsk();
  const t = useMessages(chatMessages);
  const nameOf = usePlaceName();
  const places = usePlacesShown();
  return (
    <div
      role="status"
      className="fixed inset-x-3 bottom-3 z-50 mx-auto flex max-w-130 animate-fade-in flex-wrap items-center gap-3 rounded-block border border-line bg-surface px-4 py-3 shadow-pop"
    >
      <MessageCircleQuestion aria-hidden className="size-5 shrink-0 text-accent-600" strokeWidth={1.75} />
      <p className="min-w-0 flex-1 basis-44 font-medium">{t("ask.modeOn")}</p>
      <select
        aria-label={t("ask.choose")}
        value=""
        onChange={(event) => ask(event.currentTarget.value)}
        className="h-9 max-w-44 rounded-cell border border-control bg-surface px-2 touch:h-11 touch:text-16"
      >
        <option value="">{t("ask.choose")}</option>
        {places.map((place) => (
          <option key={place} value={place}>
            {nameOf(place)}
          </option>
        ))}
      </select>
      <Button size="small" onClick={() => setPointing(false)}>
        {t("ask.stop")}
      </Button>
    </div>
  );
}

function usePlacesShown(): string[] {
  const [places, setPlaces] = useState<string[]>([]);
  useEffect(() => {
    const shown = [...document.querySelectorAll<HTMLElement>("[data-place]")]
      .filter((element) => element.getClientRects().length > 0)
      .flatMap(({ dataset }) => dataset.place ?? [])
      .filter(isSharedPlace);
    startTransition(() => setPlaces([...new Set(shown)]));
  }, []);
  return places;
}
