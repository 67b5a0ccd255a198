import { CircleCheck, ShieldAlert } from "lucide-react";
import { cx } from "#app/ui/class-names";
import { Sheet } from "#app/ui/sheet";
import type { PagePaper } from "./vehicle-page";
import type { SheetRow, VehicleSheets } from "./vehicle-sheets";

function Rows({ rows, className }: { rows: readonly SheetRow[]; className?: string }) {
  return (
    <dl className={className}>
      {rows.map(([name, value]) => (
        <div
          key={name}
          className="flex min-h-9 items-baseline justify-between gap-6 border-b border-line py-2 last:border-0"
        >
          <dt className="text-ink-2">{name}</dt>
          <dd className="min-w-0 text-right font-medium break-words">{value}</dd>
        </div>
      ))}
    </dl>
  );
}

/** The description, the figures behind it and what is warranted. */
export function AboutVehicle({ about }: { about: VehicleSheets["about"] }) {
  return (
    <Sheet aria-labelledby="about">
      <h2 id="about" className="text-20">
        {about.title}
      </h2>
      <div className="mt-3 flex max-w-170 flex-col gap-3 text-pretty text-ink-2">
        {about.paragraphs.map((paragraph) => (
          <p key={paragraph}>{paragraph}</p>
        ))}
      </div>
      {about.evidence && (
        <details className="mt-3">
          <summary className="touch-target text-13 text-ink-2">{about.evidence.title}</summary>
          <Rows rows={about.evidence.rows} />
        </details>
      )}
      <Rows rows={about.rows} className="mt-3" />
      <h3 className="mt-5 text-16">{about.warrantyTitle}</h3>
      <Rows rows={about.warranty} className="mt-1" />
      {about.warrantyNotes.map((note) => (
        <p key={note} className="mt-1 text-13 text-ink-3">
          {note}
        </p>
      ))}
    </Sheet>
  );
}

export function VehicleFeatures({ features }: { features: VehicleSheets["features"] }) {
  return (
    <Sheet aria-labelledby="features">
      <h2 id="features" className="text-20">
        {features.title}
      </h2>
      <div className="mt-3 grid gap-x-8 gap-y-5 sm:grid-cols-2">
        {features.groups.map((group) => (
          <section key={group.name}>
            <h3 className="text-13 text-ink-3">{group.name}</h3>
            <ul className="mt-1 flex flex-col gap-1">
              {group.features.map((name) => (
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
export function VehicleHistory({ history, papers }: { history: VehicleSheets["history"]; papers: PagePaper[] }) {
  const { isClear, texts } = history.recalls;
  const Icon = isClear ? CircleCheck : ShieldAlert;
  return (
    <Sheet aria-labelledby="history-title" id="history" className="scroll-mt-20">
      <h2 id="history-title" className="text-20">
        {history.title}
      </h2>
      {papers.map(({ name, note, to }) => (
        <p key={to} className="mt-2 border-b border-line pb-2">
          <a href={to} className="touch-target font-medium text-accent-600 hover:underline">
            {name}
          </a>
          <span className="block text-12 text-ink-3">{note}</span>
        </p>
      ))}
      {history.rows.length > 0 ? <Rows className="mt-2" rows={history.rows} /> : null}
      {history.source ? <p className="mt-1 mb-4 text-12 text-ink-3">{history.source}</p> : null}
      <ul className="mt-2 flex flex-col gap-2">
        {texts.map((text) => (
          <li
            key={text}
            className={cx(
              "flex items-start gap-2.5 rounded-block px-3.5 py-2.5",
              isClear ? "bg-pos-ground text-pos" : "bg-warn-ground text-warn",
            )}
          >
            <Icon aria-hidden className="mt-0.5 size-4 shrink-0" strokeWidth={2} />
            {text}
          </li>
        ))}
      </ul>
    </Sheet>
  );
}

/** The sticker of a new car; it adds up to the MSRP that the price stack begins with. */
export function WindowSticker({ sticker }: { sticker: VehicleSheets["sticker"] }) {
  if (!sticker) return null;
  return (
    <Sheet aria-labelledby="sticker-title" id="sticker" className="scroll-mt-20">
      <h2 id="sticker-title" className="text-20">
        {sticker.title}
      </h2>
      <p className="text-13 text-ink-3">{sticker.note}</p>
      <Rows className="mt-2 [&_dd]:figures [&>:last-child]:font-semibold" rows={sticker.rows} />
    </Sheet>
  );
}
