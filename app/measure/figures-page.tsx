import { Form } from "@remix-run/react";
import { vehicleWords } from "#app/merchandising/vehicle-words";
import { MerchandisingFrame, type FrameReader } from "#app/publishing/merchandising-frame";
import { merchandisingMessages } from "#app/publishing/merchandising-messages";
import { Button } from "#app/ui/button";
import { cx } from "#app/ui/class-names";
import { useMessages } from "#app/ui/messages";
import { Sheet, SheetHead } from "#app/ui/sheet";
import { Cell, HeadCell, Table, TableRow } from "#app/ui/table";
import { SelectField } from "#app/ui/text-field";
import { useFormat } from "#app/ui/use-format";
import { BarChart } from "./bar-chart";
import { BehindChart, HowCounted } from "./behind-chart";
import { CarsSection } from "./cars-section";
import { CohortSection } from "./cohort-section";
import { figuresMessages } from "./figures-messages";
import type { MerchandisingFigures } from "./merchandising-figures.server";

const isBody = (body: string): body is keyof typeof vehicleWords.en.bodies => body in vehicleWords.en.bodies;

/** What the work costs, how long cars wait for it, and whether a machine's help shows: each chart with its table. */
export function FiguresPage({ reader, figures }: { reader: FrameReader; figures: MerchandisingFigures }) {
  const t = useMessages(figuresMessages);
  return (
    <MerchandisingFrame reader={reader} title={t("title")}>
      <div className="mb-4 flex flex-wrap items-end justify-between gap-4">
        <div>
          <h2 className="text-24">{t("title")}</h2>
          <p className="mt-1 max-w-160 text-ink-2">{t("lead", { days: figures.days })}</p>
        </div>
        <Choice figures={figures} />
      </div>
      <Headline figures={figures} />
      <div className="grid items-start gap-4 xl:grid-cols-2">
        <Tasks figures={figures} />
        <Stages figures={figures} />
        <CarsSection figures={figures} />
        <CohortSection figures={figures} />
        <Engagement figures={figures} />
        <ByCondition figures={figures} />
      </div>
    </MerchandisingFrame>
  );
}

/** Cars of one kind alone: what sells a pickup says little of a city car. */
function Choice({ figures: { choice, bodies } }: { figures: MerchandisingFigures }) {
  const t = useMessages(figuresMessages);
  const v = useMessages(vehicleWords);
  return (
    <Form className="flex flex-wrap items-end gap-2">
      <SelectField
        label={t("body")}
        name="body"
        defaultValue={choice.body}
        placeholder={t("allBodies")}
        options={bodies.map((body) => ({ value: body, label: isBody(body) ? v(`bodies.${body}`) : body }))}
        className="w-44"
      />
      <SelectField
        label={t("age")}
        name="age"
        defaultValue={choice.age}
        placeholder={t("allAges")}
        options={(["recent", "older"] as const).map((value) => ({ value, label: t(`ages.${value}`) }))}
        className="w-44"
      />
      <Button type="submit">{t("choose")}</Button>
    </Form>
  );
}

function Headline({ figures }: { figures: MerchandisingFigures }) {
  const t = useMessages(figuresMessages);
  const { money, number, percent } = useFormat();
  const { minutesPerVehicle, costPerVehicle, daysToLive, sameDayShare, score } = figures;
  const said = (value: number | null, write: (value: number) => string) =>
    value === null ? t("notYet") : write(value);
  return (
    <dl className="mb-4 grid grid-cols-2 gap-3 md:grid-cols-3 xl:grid-cols-5">
      <Figure name={t("minutes")} value={said(minutesPerVehicle, (minutes) => number(minutes, 1))} />
      <Figure
        name={t("cost")}
        value={said(costPerVehicle, (cost) => money(cost))}
        hint={t("costHint", { rate: money(figures.labourCentsPerHour, { cents: "whenAny" }) })}
      />
      <Figure name={t("daysToLive")} value={said(daysToLive, (days) => number(days, 1))} />
      <Figure name={t("sameDay")} value={said(sameDayShare, (share) => percent(Math.round(share * 1_000_000), 0))} />
      <Figure name={t("score")} value={said(score, (points) => number(points, 0))} hint={t("scoreHint")} />
    </dl>
  );
}

function Figure({ name, value, hint }: { name: string; value: string; hint?: string }) {
  return (
    <Sheet as="div" padding={16}>
      <dt className="text-13 text-ink-2">{name}</dt>
      <dd className="figures mt-1 text-16 font-semibold sm:text-20">{value}</dd>
      {hint ? <dd className="text-12 text-ink-3">{hint}</dd> : null}
    </Sheet>
  );
}

function Tasks({ figures: { tasks } }: { figures: MerchandisingFigures }) {
  const t = useMessages(figuresMessages);
  const { number } = useFormat();
  return (
    <Sheet>
      <SheetHead title={t("tasks")} className="mb-3" />
      <BarChart
        bars={tasks.map(({ task, minutesPerVehicle, vehicles }) => ({
          name: t(`taskNames.${task}`),
          value: minutesPerVehicle,
          label: vehicles > 0 ? `${number(minutesPerVehicle, 1)} min` : "–",
        }))}
      />
      <BehindChart>
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
      </BehindChart>
      <HowCounted>{t("howTasks")}</HowCounted>
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
        bars={stages.map(({ stage, medianHours, n }) => ({
          name: m(`state.${stage}`),
          value: medianHours,
          label: n > 0 ? `${number(medianHours, 1)} h` : "–",
        }))}
      />
      <BehindChart>
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
      </BehindChart>
      <HowCounted>{t("howStages")}</HowCounted>
    </Sheet>
  );
}

function Engagement({ figures: { engagement, gross } }: { figures: MerchandisingFigures }) {
  const t = useMessages(figuresMessages);
  const { money, number } = useFormat();
  const line = "flex justify-between border-b border-line py-2 last:border-b-0";
  return (
    <Sheet>
      <SheetHead title={t("engagement")} />
      <dl className="mt-3">
        {(["views", "galleryClicks", "sessionSeconds", "leads", "drives", "deals"] as const).map((name) => (
          <div key={name} className={line}>
            <dt className="text-ink-2">{t(name)}</dt>
            <dd className="figures font-semibold">{number(engagement[name])}</dd>
          </div>
        ))}
        {gross === null ? null : (
          <div className={cx(line, "-mx-2 rounded-cell bg-staff-50 px-2 text-staff-ink")}>
            <dt>{t("gross")}</dt>
            <dd className="figures font-semibold">{money(gross)}</dd>
          </div>
        )}
      </dl>
      <HowCounted>{t("howEngagement")}</HowCounted>
    </Sheet>
  );
}

function ByCondition({ figures: { daysToLiveBy } }: { figures: MerchandisingFigures }) {
  const t = useMessages(figuresMessages);
  const v = useMessages(vehicleWords);
  const { number } = useFormat();
  if (daysToLiveBy.length === 0)
    return (
      <Sheet>
        <SheetHead title={t("daysBy")} className="mb-3" />
        <p className="text-14 text-ink-2">{t("notYet")}</p>
      </Sheet>
    );
  const named = daysToLiveBy.map((row) => ({ ...row, name: v(`condition.${row.condition as "new"}`) }));
  return (
    <Sheet>
      <SheetHead title={t("daysBy")} className="mb-3" />
      <BarChart bars={named.map(({ name, days }) => ({ name, value: days, label: `${number(days, 1)} d` }))} />
      <BehindChart>
        <Table
          caption={t("daysBy")}
          head={
            <>
              <HeadCell>{t("condition")}</HeadCell>
              <HeadCell number>{t("daysToLive")}</HeadCell>
              <HeadCell number>{t("n")}</HeadCell>
            </>
          }
        >
          {named.map(({ name, days, n }) => (
            <TableRow key={name}>
              <Cell head>{name}</Cell>
              <Cell number>{number(days, 1)}</Cell>
              <Cell number>{n}</Cell>
            </TableRow>
          ))}
        </Table>
      </BehindChart>
    </Sheet>
  );
}
