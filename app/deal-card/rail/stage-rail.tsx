import { ArrowLeftRight } from "lucide-react";
import { cardMessages } from "#app/deal-card/card-messages";
import { cardStaffMessages } from "#app/deal-card/card-staff-messages";
import { TimeSaved } from "#app/deal-card/rail/time-saved";
import { useStageResult } from "#app/deal-card/rail/stage-result";
import { preloadStage } from "#app/deal-card/stage-panels";
import { useReaderVoice } from "#app/deal-card/reader-voice";
import { useStaffSight } from "#app/deal-card/staff-sight";
import { useDeal } from "#app/deal-card/use-deal";
import { cx } from "#app/ui/class-names";
import { Chip } from "#app/ui/chip";
import { useMessages } from "#app/ui/messages";
import { StaffFooter } from "#app/ui/staff-block";
import { StageGlyph } from "#app/ui/stage-glyph";
import { uiMessages } from "#app/ui/ui-messages";
import { useFormat } from "#app/ui/use-format";
import { nextStep } from "#machines/deal/deal-progress";
import { appraisedWorth } from "#machines/deal/trade-worth";
import { isSettled, stageNames, type StageName } from "#machines/stages/stage";

/** The six stages down the left: status, name, minutes, result; the open one on white with the turn. */
export function StageRail({ className }: { className?: string }) {
  const t = useMessages(cardMessages);
  return (
    <nav aria-label={t("rail.label")} className={cx("flex min-h-0 flex-col overflow-y-auto", className)}>
      <ol className="flex flex-1 flex-col gap-1">
        {stageNames.map((stage) => (
          <li key={stage}>
            <RailItem stage={stage} />
          </li>
        ))}
      </ol>
      <TimeSaved />
    </nav>
  );
}

function RailItem({ stage }: { stage: StageName }) {
  const { view, stage: open, openStage } = useDeal();
  const t = useMessages(cardMessages);
  const ui = useMessages(uiMessages);
  const result = useStageResult();
  const status = view.statuses[stage];
  const current = stage === open;
  const quiet = status === "notStarted" || status === "deferred" || status === "skipped";
  return (
    <div
      className={cx(
        "relative overflow-clip rounded-sheet border",
        current ? "border-line bg-surface" : "border-transparent",
      )}
    >
      {current ? <span aria-hidden className="absolute inset-y-2.5 left-0 w-0.75 rounded-full bg-accent-600" /> : null}
      <button
        type="button"
        aria-current={current ? "step" : undefined}
        onClick={() => openStage(stage)}
        onPointerEnter={() => preloadStage(stage)}
        onFocus={() => preloadStage(stage)}
        className={cx(
          "flex w-full gap-3 px-3 py-3 text-left focus-visible:-outline-offset-2",
          !current && "transition-colors duration-140 hover:bg-sunken",
        )}
      >
        <StageGlyph status={status} label={null} />
        <span className="min-w-0 flex-1">
          <span className="flex items-baseline justify-between gap-2">
            <span className={cx("font-semibold", quiet && !current ? "text-ink-2" : "text-ink")}>
              {t(`stage.${stage}`)}
            </span>
            <StageMinutes stage={stage} />
          </span>
          <span className="sr-only">{ui(`stage.${status}`)}. </span>
          <span className="block text-ink-2">{result(stage)}</span>
          {current ? <TurnChip stage={stage} /> : null}
        </span>
      </button>
      <RailStaff stage={stage} />
    </div>
  );
}

function StageMinutes({ stage }: { stage: StageName }) {
  const { view } = useDeal();
  const t = useMessages(cardMessages);
  const format = useFormat();
  const minutes = format.minutes(view.card.store.stageMinutes[stage]);
  return (
    <span className="figures text-12 font-normal text-ink-3 xl:inline">
      {isSettled(view.kept[stage]) ? t("rail.saved", { minutes }) : t("rail.about", { minutes })}
    </span>
  );
}

/** Whose move it is, where the open stage is the one to move on. */
function TurnChip({ stage }: { stage: StageName }) {
  const { view } = useDeal();
  const t = useMessages(cardMessages);
  const voice = useReaderVoice();
  const { turn, stage: at } = nextStep(view);
  if (turn === "nobody" || at !== stage) return null;
  const words =
    turn === "customer"
      ? t("rail.yourTurn", { ...voice })
      : t("rail.storeTurn", { ...voice, store: view.card.store.name });
  return (
    <Chip kind="accent" icon={ArrowLeftRight} className="mt-1.5">
      {words}
    </Chip>
  );
}

/** Second plum place: the footer of a rail item. */
function RailStaff({ stage }: { stage: StageName }) {
  const { view } = useDeal();
  const { seesPlum } = useStaffSight();
  const t = useMessages(cardStaffMessages);
  const format = useFormat();
  const acv = appraisedWorth(view);
  if (!seesPlum || stage !== "trade" || acv === null) return null;
  const money = (cents: number) => format.money(cents, { cents: "whenAny" });
  const allowance = view.card.trade.offer?.allowance;
  const over = allowance === undefined ? null : allowance - acv;
  return (
    <StaffFooter
      className="mx-3 mb-2 rounded-cell border-t-0 xl:ml-11"
      aside={over === null ? null : t(over < 0 ? "under" : "over", { amount: money(Math.abs(over)) })}
    >
      {t("acv", { amount: money(acv) })}
    </StaffFooter>
  );
}
