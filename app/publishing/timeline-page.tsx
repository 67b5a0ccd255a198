import { Link } from "@remix-run/react";
import { ArrowLeft } from "lucide-react";
import { ButtonLink } from "#app/ui/button";
import { Chip } from "#app/ui/chip";
import { cx } from "#app/ui/class-names";
import { EmptyState } from "#app/ui/empty-state";
import { useMessages } from "#app/ui/messages";
import { Sheet, SheetHead } from "#app/ui/sheet";
import { useFormat } from "#app/ui/use-format";
import { type FrameReader, MerchandisingFrame } from "./merchandising-frame";
import { merchandisingMessages } from "./merchandising-messages";
import { timelineMessages } from "./timeline-messages";
import type { TimelineStep, VehicleTimeline } from "./vehicle-timeline";

/** Hours in words: minutes below two, days from three on. */
function useSpell(): (hours: number) => string {
  const t = useMessages(timelineMessages);
  return (hours) => {
    if (hours < 2) return t("minutes", { count: Math.round(hours * 60) });
    return hours < 72 ? t("hours", { count: Math.round(hours) }) : t("days", { count: Math.round(hours / 24) });
  };
}

/** One stock unit's whole life: every step, when, by whom and why, the newest first. */
export function TimelinePage({ reader, timeline }: { reader: FrameReader; timeline: VehicleTimeline }) {
  const t = useMessages(timelineMessages);
  const m = useMessages(merchandisingMessages);
  const spell = useSpell();
  const { stockNumber, name, vin, state, lookers, hoursToLive, hoursSinceAcquired, steps } = timeline;
  const figures = [
    [t("now"), m(`state.${state}`)],
    ...(hoursSinceAcquired === null ? [] : [[t("acquired"), spell(hoursSinceAcquired)]]),
    ...(hoursToLive === null ? [] : [[t("toLive"), spell(hoursToLive)]]),
    [t("lookers"), t("customers", { count: lookers })],
  ];
  return (
    <MerchandisingFrame reader={reader} title={t("of", { name })}>
      <div className="mx-auto max-w-180">
        <ButtonLink to={`/merchandising/${stockNumber}`} kind="quiet" className="-ml-3">
          <ArrowLeft aria-hidden strokeWidth={1.75} />
          {t("back")}
        </ButtonLink>
        <p aria-hidden className="mt-1 text-24 font-semibold text-balance max-sm:text-20">
          {name}
        </p>
        <p className="mt-0.5 text-13 break-all text-ink-2">
          {stockNumber}, {vin}
        </p>
        <dl className="mt-4 grid grid-cols-2 gap-x-4 gap-y-3 sm:grid-cols-4">
          {figures.map(([label, value]) => (
            <div key={label}>
              <dt className="text-12 text-ink-3">{label}</dt>
              <dd className="font-medium">{value}</dd>
            </div>
          ))}
        </dl>
        <Sheet className="mt-5">
          <SheetHead title={t("steps")} />
          {steps.length === 0 ? <EmptyState>{t("none")}</EmptyState> : null}
          <ol className="mt-3">
            {steps.toReversed().map((step, index) => (
              <Step key={step.key} step={step} isNewest={index === 0} />
            ))}
          </ol>
        </Sheet>
      </div>
    </MerchandisingFrame>
  );
}

function Step({ step, isNewest }: { step: TimelineStep; isNewest: boolean }) {
  const t = useMessages(timelineMessages);
  const m = useMessages(merchandisingMessages);
  const format = useFormat();
  const spell = useSpell();
  const { from, to, at, by, reason, note, deal, hoursBefore } = step;
  const who = by === null ? t("by.stockList") : typeof by === "string" ? t(`by.${by}`) : by.name;
  const why = reason ? t(`reason.${reason}`) : note;
  return (
    <li className="group relative flex gap-3 pb-5 last:pb-0">
      <span aria-hidden className="absolute top-4 bottom-0 left-[5px] w-px bg-line-2 group-last:hidden" />
      <span
        aria-hidden
        className={cx(
          "mt-1.5 size-[11px] shrink-0 rounded-full",
          isNewest ? "bg-accent-600" : "border border-line-2 bg-surface",
        )}
      />
      <div className="min-w-0 flex-1">
        <div className="flex flex-wrap items-baseline justify-between gap-x-4">
          <p className="font-medium">{isNewest ? <Chip kind="accent">{m(`state.${to}`)}</Chip> : m(`state.${to}`)}</p>
          <time dateTime={at} className="figures text-13 text-ink-3">
            {format.dateTime(at)}
          </time>
        </div>
        <p className="text-13 text-ink-2">
          {who}
          {why ? ` · ${why}` : ""}
        </p>
        {from && hoursBefore !== null ? (
          <p className="text-12 text-ink-3">{t("after", { time: spell(hoursBefore), state: m(`state.${from}`) })}</p>
        ) : null}
        {deal ? (
          <Link to={`/desk/${deal.dealId}`} className="link touch-target text-13">
            {t("deal", { number: deal.number })}
          </Link>
        ) : null}
      </div>
    </li>
  );
}
