import { cx } from "#app/ui/class-names";
import { moneyParts, type MoneyFormat } from "#app/ui/format";
import { useLocale } from "#app/ui/messages";

export interface MoneyProps extends MoneyFormat {
  /** Cents. */
  amount: number;
  /** `split` sets the cents in the hint's ink; `plain` keeps one ink, as in a grid or a sentence. */
  ink?: "split" | "plain";
  /** Cross-fades when the amount changes; never counts up. */
  live?: boolean;
  /** What follows at a smaller size: `/mo`. */
  per?: string;
  className?: string;
}

/** An amount: tabular, a real minus sign, never wrapped; dollars in ink, cents the same size in ink-3. */
export function Money({ amount, ink = "split", live = false, per, className, cents, sign }: MoneyProps) {
  const parts = moneyParts(amount, useLocale(), { cents, sign });
  const quiet = ink === "split" && parts.cents !== "" ? "font-[number:var(--cents-weight,450)] text-ink-3" : undefined;
  return (
    <span key={live ? amount : undefined} className={cx("figures", live && "animate-figure", className)}>
      {parts.dollars}
      {parts.cents ? <span className={quiet}>{parts.cents}</span> : null}
      {parts.trail}
      {per ? <span className="per">{per}</span> : null}
    </span>
  );
}

/** The one figure that matters: 38/46 at 650, its unit small on the baseline. */
export function BigMoney({ className, ...money }: MoneyProps) {
  return (
    <Money
      {...money}
      className={cx(
        "text-38 font-figure [--cents-weight:600] [&_.per]:ml-0.5 [&_.per]:text-16 [&_.per]:font-normal [&_.per]:tracking-normal [&_.per]:text-ink-3",
        className,
      )}
    />
  );
}

interface MoneyRangeProps {
  low: number;
  high: number;
  per?: string;
  className?: string;
}

/** What stands where an input is missing: a range, never one "from" figure. Whole dollars. */
export function MoneyRange({ low, high, per, className }: MoneyRangeProps) {
  return (
    <span className={cx("figures", className)}>
      <Money amount={low} cents="never" />
      <span aria-hidden className="mx-[.18em]">
        –
      </span>
      <span className="sr-only"> – </span>
      <Money amount={high} cents="never" />
      {per ? <span className="ml-1 text-16 font-normal tracking-normal text-ink-3">{per}</span> : null}
    </span>
  );
}
