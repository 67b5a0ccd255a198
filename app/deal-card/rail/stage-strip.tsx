import { useEffect, useRef } from "react";
import { cardMessages } from "#app/deal-card/card-messages";
import { HistoryLink } from "#app/deal-card/card-top-bar";
import { PeopleWord } from "#app/deal-card/people/people-button";
import { preloadStage } from "#app/deal-card/stage-panels";
import { useDeal } from "#app/deal-card/use-deal";
import { cx } from "#app/ui/class-names";
import { useMessages } from "#app/ui/messages";
import { StageGlyph } from "#app/ui/stage-glyph";
import { stageNames, type StageName } from "#machines/stages/stage";

/** The rail of a narrow screen: pills that scroll sideways, the open one kept in sight. */
export function StageStrip({ className }: { className?: string }) {
  const t = useMessages(cardMessages);
  return (
    <nav
      aria-label={t("rail.label")}
      className={cx("scrollbar-none overflow-x-auto border-b border-line bg-surface", className)}
    >
      <ol className="flex items-center gap-1 px-4 py-2 whitespace-nowrap">
        {stageNames.map((stage) => (
          <StagePill key={stage} stage={stage} />
        ))}
        <li className="ml-2 border-l border-line pl-2 sm:hidden">
          <PeopleWord className="touch-target inline-flex h-9 items-center rounded-full px-2 text-ink-2" />
          <HistoryLink className="touch-target inline-flex h-9 items-center rounded-full px-2 text-ink-2" />
        </li>
      </ol>
    </nav>
  );
}

function StagePill({ stage }: { stage: StageName }) {
  const { view, stage: open, openStage } = useDeal();
  const t = useMessages(cardMessages);
  const pill = useRef<HTMLLIElement>(null);
  const current = stage === open;
  useEffect(() => {
    // The strip alone scrolls; the page stays where the person is reading.
    const strip = pill.current?.closest("nav");
    if (current && strip && pill.current) strip.scrollTo({ left: pill.current.offsetLeft - 16, behavior: "smooth" });
  }, [current]);
  return (
    <li ref={pill}>
      <button
        type="button"
        aria-current={current ? "step" : undefined}
        onClick={() => openStage(stage)}
        onPointerDown={() => preloadStage(stage)}
        onFocus={() => preloadStage(stage)}
        className={cx(
          "touch-target flex h-9 items-center gap-2 rounded-full border px-3 font-medium",
          current ? "border-accent-200 bg-accent-50 text-accent-800" : "border-transparent text-ink-2",
        )}
      >
        <StageGlyph status={view.statuses[stage]} />
        {t(`stage.${stage}`)}
      </button>
    </li>
  );
}
