import { Clock, Lock, Minus, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { cardMessages } from "#app/deal-card/card-messages";
import { useReaderVoice } from "#app/deal-card/reader-voice";
import { useStaffSight } from "#app/deal-card/staff-sight";
import { WaysOut } from "#app/deal-card/summary/next-step-action";
import { useLooksOn } from "#app/deal-card/use-looks-on";
import { useDeal } from "#app/deal-card/use-deal";
import { useChangeSentence } from "#app/deal-card/use-change-sentence";
import { useSend } from "#app/deal-card/use-send";
import { Button } from "#app/ui/button";
import { cx } from "#app/ui/class-names";
import { lazyPart } from "#app/ui/lazy-part";
import { useMessages } from "#app/ui/messages";
import { SheetHead } from "#app/ui/sheet";

interface StagePanelProps {
  title: ReactNode;
  hint?: ReactNode;
  /** The chip that says what kind of figures these are. */
  chip?: ReactNode;
  actions?: ReactNode;
  /** Said whatever became of the stage: a proposal waits for its answer also where financing was left out. */
  always?: ReactNode;
  /** What goes on while the stage itself is locked. */
  after?: ReactNode;
  children: ReactNode;
}

// Gross and its arithmetic are the store's own: a customer's browser never asks for this chunk.
const StageTray = lazyPart("stage-tray", async () => (await import("#app/deal-card/staff/stage-tray")).StageTray);

/** The centre of the card: head, what needs saying first, the stage itself, the ways round it, the staff's tray. */
export function StagePanel({ title, hint, chip, actions, always, after, children }: StagePanelProps) {
  const { view, stage } = useDeal();
  const { seesPlum } = useStaffSight();
  const status = view.statuses[stage];
  const away = status === "skipped" || status === "deferred";
  const looksOn = useLooksOn();
  return (
    <section className="flex min-h-0 flex-1 flex-col sm:rounded-sheet max-lg:sm:overflow-clip lg:overflow-y-auto xl:overflow-clip sm:border sm:border-line sm:bg-surface">
      <div className="flex-1 max-xl:shrink-0 sm:px-6 sm:pt-6 sm:pb-5 xl:min-h-0 xl:overflow-y-auto">
        <SheetHead
          className="max-sm:px-1"
          title={title}
          aside={away ? null : chip}
          hint={hint}
          actions={away || looksOn ? null : actions}
        />
        <PanelNotice />
        {away && always ? (
          <fieldset disabled={looksOn} data-looks-on={looksOn || undefined} className="mt-4 min-w-0">
            {always}
          </fieldset>
        ) : null}
        {away ? null : (
          // While the deal is locked its fields can be read and nothing in them pressed; for who only looks on, the
          // controls are not drawn at all (app.css).
          <fieldset disabled={status === "locked" || looksOn} data-looks-on={looksOn || undefined} className="min-w-0">
            <div className="mt-4 flex min-w-0 flex-col gap-4 max-sm:mt-3 max-sm:gap-3">{children}</div>
          </fieldset>
        )}
        {after}
        <WaysOut className="mt-5 flex flex-wrap gap-1 border-t border-line pt-3 max-lg:hidden [&>button:first-child]:-ml-3" />
      </div>
      {seesPlum ? <StageTray stage={stage} /> : null}
    </section>
  );
}

function PanelNotice() {
  const { view, stage } = useDeal();
  const t = useMessages(cardMessages);
  const voice = useReaderVoice();
  const { busy, act } = useSend();
  const looksOn = useLooksOn();
  const resume = (label: string) =>
    looksOn ? null : (
      <Button size="small" busy={busy} onClick={() => void act({ type: "stage.resumed", stage })}>
        {label}
      </Button>
    );
  switch (view.statuses[stage]) {
    case "recheck":
      return <RecheckNotice />;
    case "skipped": {
      const reason = view.card.life.stageNotes[stage]?.reason ?? "notWanted";
      return (
        <PanelNote
          icon={<Minus aria-hidden />}
          title={t("skipped.title", { ...voice })}
          action={resume(t("skipped.resume"))}
        >
          {t(`skipped.${reason}`, { ...voice })}
        </PanelNote>
      );
    }
    case "deferred":
      return (
        <PanelNote
          icon={<Clock aria-hidden />}
          title={t("deferred.title", { ...voice })}
          action={resume(t("deferred.resume"))}
        >
          {stage === "trade" ? t("deferred.trade") : t("deferred.note")}
        </PanelNote>
      );
    case "locked":
      return view.life === "open" ? null : (
        <PanelNote icon={<Lock aria-hidden />}>{t(`locked.${view.life}`)}</PanelNote>
      );
    default:
      return null;
  }
}

/** Something the answer rests on has moved, and what; the primary button says that the answer still holds. */
function RecheckNotice() {
  const { changes } = useDeal();
  const t = useMessages(cardMessages);
  const sentenceOf = useChangeSentence();
  const last = changes.findLast((change) => change.numbers !== null);
  return (
    <PanelNote tone="warn" icon={<TriangleAlert aria-hidden />} title={t("recheck.title")}>
      {last ? `${sentenceOf(last).cause} ` : ""}
      {last ? t("recheck.kept") : t("recheck.note")}
    </PanelNote>
  );
}

interface PanelNoteProps {
  icon: ReactNode;
  title?: ReactNode;
  action?: ReactNode;
  tone?: "plain" | "warn";
  children: ReactNode;
}

function PanelNote({ icon, title, action, tone = "plain", children }: PanelNoteProps) {
  const warn = tone === "warn";
  return (
    <div
      role="status"
      className={cx(
        "mt-4 flex flex-wrap items-center gap-3 rounded-block px-4 py-3",
        warn ? "bg-warn-ground text-warn" : "bg-ground text-ink-2 max-sm:bg-surface",
      )}
    >
      <span className="shrink-0 [&_svg]:size-5 [&_svg]:stroke-[1.75]">{icon}</span>
      <p className="min-w-40 flex-1">
        {title ? <span className={cx("block font-semibold", !warn && "text-ink")}>{title}</span> : null}
        {children}
      </p>
      {action}
    </div>
  );
}

/** On a phone the ground is the page and each part its own sheet: never a sheet inside a sheet. */
export const blockOnPhone = "max-sm:rounded-sheet max-sm:border max-sm:border-line max-sm:bg-surface max-sm:p-4";

/** A part of a stage with its own small head. */
export function PanelSection({
  title,
  aside,
  id,
  className,
  children,
}: {
  title?: ReactNode;
  aside?: ReactNode;
  id?: string;
  className?: string;
  children: ReactNode;
}) {
  return (
    <section id={id} className={cx(blockOnPhone, "min-w-0", className)}>
      {title ? (
        <div className="mb-2 flex flex-wrap items-baseline justify-between gap-x-3 gap-y-1">
          <h3 className="text-16">{title}</h3>
          {aside ? <div className="text-13 text-ink-3">{aside}</div> : null}
        </div>
      ) : null}
      {children}
    </section>
  );
}
