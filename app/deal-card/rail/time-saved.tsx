import { Hourglass, Info } from "lucide-react";
import { cardMessages } from "#app/deal-card/card-messages";
import { useReaderVoice } from "#app/deal-card/reader-voice";
import { useDeal } from "#app/deal-card/use-deal";
import { useMessages } from "#app/ui/messages";
import { useFormat } from "#app/ui/use-format";
import { minutesSaved, nextStep } from "#machines/deal/deal-progress";

/** At the foot of the rail: who waits on whom, and the time not spent at the store. */
export function TimeSaved() {
  const { view } = useDeal();
  const t = useMessages(cardMessages);
  const format = useFormat();
  const voice = useReaderVoice();
  const { saved, total } = minutesSaved(view);
  const store = view.card.store.name;
  return (
    <div className="mt-6 shrink-0 px-3 pb-1">
      <WaitLine />
      <div className="mt-4 border-t border-line pt-4">
        <details>
          <summary
            title={t("rail.howCounted")}
            className="touch-target flex list-none items-center justify-between gap-2 rounded-chip font-semibold"
          >
            {t("rail.savedTotal", { ...voice, minutes: format.minutes(saved) })}
            <Info aria-label={t("rail.howCounted")} role="img" className="size-4 text-ink-3" strokeWidth={1.75} />
          </summary>
          <p className="mt-1 text-12 text-ink-2">{t("rail.counted", { store })}</p>
        </details>
        <SavedBar share={total === 0 ? 0 : saved / total} />
        <p className="text-12 text-ink-3">{t("rail.ofUsual", { minutes: format.minutes(total) })}</p>
      </div>
    </div>
  );
}

function SavedBar({ share }: { share: number }) {
  return (
    <svg
      aria-hidden
      viewBox="0 0 100 4"
      preserveAspectRatio="none"
      className="my-2 h-1 w-full overflow-clip rounded-full"
    >
      <rect width="100" height="4" fill="var(--sunken)" />
      <rect width={share * 100} height="4" fill="var(--accent-500)" />
    </svg>
  );
}

function WaitLine() {
  const { view, changes } = useDeal();
  const t = useMessages(cardMessages);
  const format = useFormat();
  const voice = useReaderVoice();
  const { turn } = nextStep(view);
  const store = view.card.store.name;
  const since = changes.reduce(
    (newest, change) => (change.at > newest ? change.at : newest),
    view.card.identity.startedAt,
  );
  const storeHasIt = turn === "store";
  return (
    <div className="flex gap-3">
      <Hourglass aria-hidden className="mt-0.5 size-4 shrink-0 text-ink-3" strokeWidth={1.75} />
      <p>
        <span className="block font-medium">
          {storeHasIt ? t("rail.storeHas", { ...voice, store }) : t("rail.nothingWaits", { ...voice, store })}
        </span>
        <span className="block text-12 text-ink-3">
          {storeHasIt ? t("rail.since", { time: format.time(since) }) : t("rail.customerHas", { ...voice })}
        </span>
      </p>
    </div>
  );
}
