import { CircleCheck, ShieldAlert } from "lucide-react";
import type { ReactNode } from "react";
import { cx } from "#app/ui/class-names";
import { useMessages } from "#app/ui/messages";
import { Money } from "#app/ui/money";
import { Sheet } from "#app/ui/sheet";
import { useFormat } from "#app/ui/use-format";
import type { VehicleDetails } from "./vehicle-details";
import { vehicleMessages } from "./vehicle-messages";
import { vehicleWords } from "./vehicle-words";
import { useWarrantyLines } from "./warranty-lines";

function Rows({ rows, className }: { rows: readonly (readonly [name: string, value: ReactNode])[]; className?: string }) {
  return (
    <dl className={cx("flex flex-col", className)}>
      {rows.map(([name, value]) => (
        <div key={name} className="flex min-h-9 items-baseline justify-between gap-6 border-b border-line py-2 last:border-0">
          <dt className="text-ink-2">{name}</dt>
          <dd className="text-right font-medium">{value}</dd>
        </div>
      ))}
    </dl>
  );
}

/** The description and the figures behind it. */
export function AboutVehicle({ vehicle }: { vehicle: VehicleDetails }) {
  const t = useMessages(vehicleMessages);
  const words = useMessages(vehicleWords);
  const rows: [string, ReactNode][] = [
    [t("engine"), t("facts.power", { engine: vehicle.engine, hp: vehicle.powerHp })],
    [t("transmission"), vehicle.transmission.charAt(0).toUpperCase() + vehicle.transmission.slice(1)],
    [t("drive"), words(`drivetrain.${vehicle.drivetrain}`)],
    [t("cargo"), t("cargoValue", { count: vehicle.cargoCubicFeet })],
    ...(vehicle.towingPounds === null
      ? []
      : [[t("towing"), t("towingValue", { count: vehicle.towingPounds })] satisfies [string, string]]),
    [t("stock"), vehicle.stockNumber],
    [t("vin"), <span key="vin" className="break-all">{vehicle.vin}</span>],
    ...(vehicle.builtIn ? [[t("built"), vehicle.builtIn] satisfies [string, string]] : []),
  ];
  const warranty = useWarrantyLines(vehicle.warranty);
  return (
    <Sheet aria-labelledby="about">
      <h2 id="about" className="text-20">
        {t("about")}
      </h2>
      <div className="mt-3 flex max-w-170 flex-col gap-3 text-ink-2">
        {vehicle.description.map((paragraph) => (
          <p key={paragraph} className="text-pretty">
            {paragraph}
          </p>
        ))}
      </div>
      <Rows rows={rows} className="mt-3" />
      <h3 className="mt-5 text-16">{t("warranty.heading")}</h3>
      {warranty.length > 0 ? (
        <Rows rows={warranty.map(({ name, value }) => [name, value] as const)} className="mt-1" />
      ) : (
        <p className="mt-1 text-ink-2">
          {t("warranty.asIs")}, {t("warranty.asIsNote")}.
        </p>
      )}
      {vehicle.condition === "new" ? null : (
        <p className="mt-1 text-12 text-ink-3">{t("warranty.buyersGuide")}</p>
      )}
    </Sheet>
  );
}

export function VehicleFeatures({ vehicle }: { vehicle: VehicleDetails }) {
  const t = useMessages(vehicleMessages);
  return (
    <Sheet aria-labelledby="features">
      <h2 id="features" className="text-20">
        {t("features")}
      </h2>
      <div className="mt-3 grid gap-x-8 gap-y-5 sm:grid-cols-2">
        {vehicle.features.map(({ group, names }) => (
          <section key={group}>
            <h3 className="text-13 text-ink-3">{t(`group.${group}`)}</h3>
            <ul className="mt-1 flex flex-col gap-1">
              {names.map((name) => (
                <li key={name}>{name}</li>
              ))}
            </ul>
          </section>
        ))}
      </div>
    </Sheet>
  );
}

/** What is known of its past and what its maker called back, each with its source and its day. */
export function VehicleHistory({ vehicle }: { vehicle: VehicleDetails }) {
  const t = useMessages(vehicleMessages);
  const format = useFormat();
  const { history } = vehicle;
  return (
    <Sheet aria-labelledby="history-title" id="history" className="scroll-mt-20">
      <h2 id="history-title" className="text-20">
        {t(history ? "history.heading" : "history.newHeading")}
      </h2>
      {history ? (
        <>
          <Rows
            className="mt-2"
            rows={[
              [t("history.owners"), history.owners],
              [t("history.accidents"), history.accidentsReported === 0 ? t("history.noAccidents") : history.accidentsReported],
              [t("history.title"), t(history.titleIsClean ? "history.clean" : "history.branded")],
              [t("history.keys"), history.keys],
              [t("history.tires"), t("history.tireValue", { depth: history.tireDepth32nds })],
              [
                t("history.inspected"),
                t("history.inspectedValue", { count: history.inspectionPoints, date: format.date(history.inspectedOn) }),
              ],
            ]}
          />
          <p className="mt-1 mb-4 text-12 text-ink-3">
            {t("history.source", { source: history.source, date: format.date(history.checkedOn) })}
          </p>
        </>
      ) : null}
      <Recalls recalls={vehicle.recalls} />
    </Sheet>
  );
}

function Recalls({ recalls }: { recalls: VehicleDetails["recalls"] }) {
  const t = useMessages(vehicleMessages);
  const format = useFormat();
  if (recalls.open.length === 0)
    return (
      <p className="mt-2 flex items-start gap-2.5 rounded-block bg-pos-ground px-3.5 py-2.5 text-pos">
        <CircleCheck aria-hidden className="mt-0.5 size-4 shrink-0" strokeWidth={2} />
        {t("history.noRecalls", { date: format.date(recalls.checkedOn) })}
      </p>
    );
  return (
    <ul className="mt-2 flex flex-col gap-2">
      {recalls.open.map(({ campaign, component, remedyAvailable }) => (
        <li key={campaign} className="flex items-start gap-2.5 rounded-block bg-warn-ground px-3.5 py-2.5 text-warn">
          <ShieldAlert aria-hidden className="mt-0.5 size-4 shrink-0" strokeWidth={2} />
          {t("history.recall", { component, campaign, remedy: t(remedyAvailable ? "history.remedy" : "history.noRemedy") })}
        </li>
      ))}
    </ul>
  );
}

/** The sticker of a new car; it adds up to the MSRP that the price stack begins with. */
export function WindowSticker({ vehicle }: { vehicle: VehicleDetails }) {
  const t = useMessages(vehicleMessages);
  const sticker = vehicle.windowSticker;
  if (!sticker) return null;
  return (
    <Sheet aria-labelledby="sticker-title" id="sticker" className="scroll-mt-20">
      <h2 id="sticker-title" className="text-20">
        {t("sticker.heading")}
      </h2>
      <p className="text-13 text-ink-3">{t("sticker.note")}</p>
      <Rows
        className="mt-2"
        rows={[
          [t("sticker.base"), <Money key="base" amount={sticker.basePrice} ink="plain" />],
          ...sticker.options.map(({ name, price }) => [name, <Money key={name} amount={price} ink="plain" />] as const),
          [t("sticker.destination"), <Money key="destination" amount={sticker.destination} ink="plain" />],
          [t("sticker.total"), <Money key="total" amount={sticker.msrp} className="font-semibold" />],
        ]}
      />
    </Sheet>
  );
}
