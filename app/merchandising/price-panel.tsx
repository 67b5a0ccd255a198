import { ChevronDown } from "lucide-react";
import { cx } from "#app/ui/class-names";
import { Money } from "#app/ui/money";
import { useVehicleWords } from "./page-words";
import type { PriceStack } from "./price-stack";

const rowClass = "flex min-h-7 items-baseline justify-between gap-4 py-0.5";

/** The lines that add up to the total. "None required" is said aloud: silence about add-ons is what shoppers distrust. */
function PriceLines({ price, className }: { price: PriceStack; className?: string }) {
  return (
    <dl className={cx("flex flex-col", className)}>
      {price.lines.map(({ label, amount }) => (
        <div key={label} className={rowClass}>
          <dt className="text-ink-2">{label}</dt>
          <dd>
            <Money amount={amount} ink="plain" className="text-ink" />
          </dd>
        </div>
      ))}
      {price.nothingRequired ? (
        <div className={rowClass}>
          <dt className="text-ink-2">{price.nothingRequired.label}</dt>
          <dd className="text-ink-2">{price.nothingRequired.value}</dd>
        </div>
      ) : null}
    </dl>
  );
}

/** On a phone the total comes first and its lines unfold under it. */
export function PhonePrice({ price }: { price: PriceStack }) {
  const words = useVehicleWords().price;
  return (
    <details className="group p-4 sm:hidden">
      <summary className="flex list-none flex-wrap items-center justify-between gap-x-3">
        <span className="text-13 text-ink-2">{words.total}</span>
        <span className="flex items-center gap-1 text-accent-600">
          {price.lineCount}
          <ChevronDown
            aria-hidden
            className="size-4 transition-transform duration-140 group-open:rotate-180"
            strokeWidth={1.75}
          />
        </span>
        <span className="w-full">
          <Money amount={price.total} className="text-28 font-figure [--cents-weight:450]" />
        </span>
        <span className="w-full pt-0.5 text-13 text-ink-3">{price.onTop}</span>
      </summary>
      <PriceLines price={price} className="mt-3 border-t border-line pt-3" />
      <PriceNotes notes={[price.conditional, price.earlier]} className="pt-1" />
    </details>
  );
}

/** At a desk the lines come first and add up to the total under them. */
export function DeskPrice({ price }: { price: PriceStack }) {
  const words = useVehicleWords().price;
  return (
    <div className="max-sm:hidden">
      <PriceLines price={price} className="px-5 pb-3" />
      <div className="flex items-baseline justify-between gap-4 border-y border-line px-5 py-3">
        <span className="font-semibold">{words.total}</span>
        <Money amount={price.total} className="text-28 font-figure [--cents-weight:600]" />
      </div>
      <PriceNotes
        notes={[[price.onTop, price.conditional].filter(Boolean).join(" "), price.earlier]}
        className="px-5 pt-2.5"
      />
    </div>
  );
}

function PriceNotes({ notes, className }: { notes: readonly (string | null)[]; className: string }) {
  return (
    <div className={cx("flex flex-col gap-1 text-12 text-pretty text-ink-3", className)}>
      {notes.map((note) => (note ? <p key={note}>{note}</p> : null))}
    </div>
  );
}
