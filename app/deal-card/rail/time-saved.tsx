import { Info } from "lucide-react";
import { cardMessages } from "#app/deal-card/card-messages";
import { WaitClock } from "#app/deal-card/rail/wait-clock";
import { waitMessages } from "#app/deal-card/rail/wait-messages";
import { useReaderVoice } from "#app/deal-card/reader-voice";
import { useDeal } from "#app/deal-card/use-deal";
import { useMessages } from "#app/ui/messages";
import { useFormat } from "#app/ui/use-format";
import { timeSaved } from "#machines/deal/time-saved";

/** At the foot of the rail: who waits on whom, and the time not spent at the store. */
export function TimeSaved() {
  const { view } = useDeal();
  const t = useMessages(cardMessages);
  const wait = useMessages(waitMessages);
  const format = useFormat();
  const voice = useReaderVoice();
  const { saved, total, stages } = timeSaved(view);
  const store = view.card.store.name;
  return (
    <div className="mt-6 shrink-0 px-3 pb-1">
      <WaitClock />
      <div className="mt-4 border-t border-line pt-4">
        <details>
          <summary
            title={wait("howCounted")}
            className="touch-target flex list-none items-center justify-between gap-2 rounded-chip font-semibold"
          >
            {t("rail.savedTotal", { ...voice, minutes: format.minutes(saved) })}
            <Info aria-label={wait("howCounted")} role="img" className="size-4 text-ink-3" strokeWidth={1.75} />
          </summary>
          <p className="mt-1 text-12 text-ink-2">{wait("counted", { store })}</p>
          <ul className="figures mt-2 flex flex-col gap-1 text-12 text-ink-3">
            {stages.map(({ stage, usual, used, saved: kept }) => (
              <li key={stage}>
                {wait("stage", {
                  stage: t(`stage.${stage}`),
                  usual: format.minutes(usual),
                  used: format.minutes(used),
                  saved: format.minutes(kept),
                })}
              </li>
            ))}
          </ul>
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
