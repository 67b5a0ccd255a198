import type { ReactNode } from "react";
import { MerchandisingFrame, type FrameReader } from "#app/publishing/merchandising-frame";
import { merchandisingMessages } from "#app/publishing/merchandising-messages";
import { useMessages } from "#app/ui/messages";
import { Sheet, SheetHead } from "#app/ui/sheet";
import { Cell, HeadCell, Table, TableRow } from "#app/ui/table";
import { useFormat } from "#app/ui/use-format";
import { BarChart } from "./bar-chart";
import type { Comparison } from "./cohort-figures";
import { figuresMessages } from "./figures-messages";
import type { MerchandisingFigures } from "./merchandising-figures.server";

/** What the work costs, how long cars wait for it, and whether a machine's help shows: each chart with its table. */
export function FiguresPage({ reader, figures }: { reader: FrameReader; figures: MerchandisingFigures }) {
  const t = useMessages(figuresMessages);
  const { money, number, percent } = useFormat();
  const { minutesPerVehicle, costPerVehicle, daysToLive, sameDayShare } = figures;
  const notYet = t("notYet");
  return (
    <MerchandisingFrame reader={reader} title={t("title")}>
      <h2 className="text-24">{t("title")}</h2>
      <p className="mt-1 mb-4 text-ink-2">{t("lead", { days: figures.days })}</p>
      <dl className="mb-4 grid grid-cols-2 gap-3 lg:grid-cols-4">
        <Figure name={t("minutes")} value={minutesPerVehicle === null ? notYet : number(minutesPerVehicle, 1)} />
        <Figure
          name={t("cost")}
          value={costPerVehicle === null ? notYet : money(costPerVehicle)}
          hint={t("costHint", { rate: money(figures.labourCentsPerHour, { cents: "whenAny" }) })}
        />
        <Figure name={t("daysToLive")} value={daysToLive === null ? notYet : number(daysToLive, 1)} />
        <Figure
          name={t("sameDay")}
          value={sameDayShare === null ? notYet : percent(Math.round(sameDayShare * 1_000_000), 0)}
        />
      </dl>
      <div className="grid items-start gap-4 xl:grid-cols-2">
        <Tasks figures={figures} />
        <Stages figures={figures} />
        <Cohorts figures={figures} />
        <Engagement figures={figures} />
      </div>
    </MerchandisingFrame>
  );
}

function Figure({ name, value, hint }: { name: string; value: string; hint?: string }) {
  return (
    <Sheet as="div" padding={16}>
      <dt className="text-13 text-ink-2">{name}</dt>
      <dd className="figures mt-1 text-20 font-semibold">{value}</dd>
      {hint ? <dd className="text-12 text-ink-3">{hint}</dd> : null}
    </Sheet>
  );
}

function Behind({ children }: { children: ReactNode }) {
  const t = useMessages(figuresMessages);
  return (
    <details className="mt-3">
      <summary className="touch-target text-13 text-ink-2">{t("table")}</summary>
      {children}
    </details>
  );
}

function Tasks({ figures: { tasks } }: { figures: MerchandisingFigures }) {
  const t = useMessages(figuresMessages);
  const { number } = useFormat();
  return (
    <Sheet>
      <SheetHead title={t("tasks")} className="mb-3" />
      <BarChart
        bars={tasks.map(({ task, minutesPerVehicle }) => ({
          name: t(`taskNames.${task}`),
          value: minutesPerVehicle,
          label: `${number(minutesPerVehicle, 1)} min`,
        }))}
      />
      <Behind>
        <Table
          caption={t("tasks")}
          head={
            <>
              <HeadCell>{t("task")}</HeadCell>
              <HeadCell number>{t("perVehicle")}</HeadCell>
              <HeadCell number>{t("total")}</HeadCell>
              <HeadCell number>{t("vehicles")}</HeadCell>
            </>
          }
        >
          {tasks.map(({ task, minutesPerVehicle, minutes, vehicles }) => (
            <TableRow key={task}>
              <Cell head>{t(`taskNames.${task}`)}</Cell>
              <Cell number>{number(minutesPerVehicle, 1)}</Cell>
              <Cell number>{number(minutes, 0)}</Cell>
              <Cell number>{vehicles}</Cell>
            </TableRow>
          ))}
        </Table>
      </Behind>
    </Sheet>
  );
}

function Stages({ figures: { stages } }: { figures: MerchandisingFigures }) {
  const t = useMessages(figuresMessages);
  const m = useMessages(merchandisingMessages);
  const { number } = useFormat();
  return (
    <Sheet>
      <SheetHead title={t("stages")} className="mb-3" />
      <BarChart
        bars={stages.map(({ stage, medianHours }) => ({
          name: m(`state.${stage}`),
          value: medianHours,
          label: `${number(medianHours, 1)} h`,
        }))}
      />
      <Behind>
        <Table
          caption={t("stages")}
          head={
            <>
              <HeadCell>{t("stage")}</HeadCell>
              <HeadCell number>{t("median")}</HeadCell>
              <HeadCell number>{t("n")}</HeadCell>
            </>
          }
        >
          {stages.map(({ stage, medianHours, n }) => (
            <TableRow key={stage}>
              <Cell head>{m(`state.${stage}`)}</Cell>
              <Cell number>{number(medianHours, 1)}</Cell>
              <Cell number>{n}</Cell>
            </TableRow>
          ))}
        </Table>
      </Behind>
    </Sheet>
  );
}

function Cohorts({ figures: { cohorts, isAlternated } }: { figures: MerchandisingFigures }) {
  const t = useMessages(figuresMessages);
  const rows = (["daysToLive", "minutes", "viewsPerDay"] as const).map((name) => [name, cohorts[name]] as const);
  return (
    <Sheet>
      <SheetHead title={t("cohorts")} hint={t("cohortsHint")} />
      {isAlternated ? null : (
        <p className="mt-2 rounded-block bg-warn-ground px-3 py-2 text-13 text-warn">{t("notRandom")}</p>
      )}
      <Table
        caption={t("cohorts")}
        className="mt-3"
        head={
          <>
            <HeadCell>{t("figure")}</HeadCell>
            <HeadCell number>{t("assisted")}</HeadCell>
            <HeadCell number>{t("traditional")}</HeadCell>
            <HeadCell number>{t("difference")}</HeadCell>
          </>
        }
      >
        {rows.map(([name, comparison]) => (
          <CohortRow key={name} name={t(`figures.${name}`)} comparison={comparison} />
        ))}
      </Table>
    </Sheet>
  );
}

function CohortRow({ name, comparison: { n, medians, interval } }: { name: string; comparison: Comparison }) {
  const t = useMessages(figuresMessages);
  const { number } = useFormat();
  const group = (index: 0 | 1) => `${medians ? `${number(medians[index], 1)}, ` : ""}n ${n[index]}`;
  return (
    <TableRow>
      <Cell head>{name}</Cell>
      <Cell number>{group(0)}</Cell>
      <Cell number>{group(1)}</Cell>
      <Cell number>
        {interval ? t("from", { low: number(interval[0], 1), high: number(interval[1], 1) }) : t("notYet")}
      </Cell>
    </TableRow>
  );
}

function Engagement({ figures: { engagement } }: { figures: MerchandisingFigures }) {
  const t = useMessages(figuresMessages);
  const { number } = useFormat();
  return (
    <Sheet>
      <SheetHead title={t("engagement")} />
      <dl className="mt-3">
        {(["views", "galleryClicks", "sessionSeconds", "deals", "sold"] as const).map((name) => (
          <div key={name} className="flex justify-between border-b border-line py-2 last:border-b-0">
            <dt className="text-ink-2">{t(name)}</dt>
            <dd className="figures font-semibold">{number(engagement[name])}</dd>
          </div>
        ))}
      </dl>
    </Sheet>
  );
}
