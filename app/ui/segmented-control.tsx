import type { ReactNode } from "react";
import { cx } from "#app/ui/class-names";

export interface Segment<Value extends string> {
  value: Value;
  label: ReactNode;
  /** What choosing it would cost, at the far end of the segment. */
  detail?: ReactNode;
  disabled?: boolean;
}

interface SegmentedControlProps<Value extends string> {
  /** Heard, not seen. */
  label: string;
  name: string;
  segments: readonly Segment<Value>[];
  value?: Value;
  defaultValue?: Value;
  onChange?: (value: Value) => void;
  size?: "medium" | "large";
  className?: string;
}

/** The Cash / Finance / Lease bar: each way with its own figure, side by side. Native radios underneath. */
export function SegmentedControl<Value extends string>(props: SegmentedControlProps<Value>) {
  const { label, name, segments, value, defaultValue, onChange, size = "large", className } = props;
  return (
    <fieldset
      className={cx("@container grid min-w-0 auto-cols-fr grid-flow-col rounded-block bg-sunken p-0.5", className)}
      aria-label={label}
    >
      {segments.map((segment) => (
        <label
          key={segment.value}
          className={cx(
            "relative flex min-w-0 rounded-[.5rem] text-ink-2 transition-colors duration-140",
            segment.detail
              ? "flex-col px-2 py-1.5 @lg:flex-row @lg:items-center @lg:justify-between @lg:gap-3 @lg:px-4"
              : "items-center justify-center px-3 text-center",
            size === "large" ? "min-h-10 touch:min-h-11" : "min-h-8 touch:min-h-11",
            "hover:not-has-checked:text-ink has-checked:bg-surface has-checked:text-ink has-checked:shadow-[0_1px_3px_rgb(18_25_29/12%)]",
            "has-focus-visible:outline-2 has-focus-visible:outline-offset-1 has-focus-visible:outline-accent-600",
            "has-disabled:cursor-not-allowed has-disabled:text-ink-3",
            "dark:has-checked:bg-line",
          )}
        >
          <input
            type="radio"
            name={name}
            value={segment.value}
            disabled={segment.disabled}
            checked={value === undefined ? undefined : value === segment.value}
            defaultChecked={value === undefined ? defaultValue === segment.value : undefined}
            onChange={() => onChange?.(segment.value)}
            className="peer absolute inset-0 appearance-none rounded-[.5rem] outline-none"
          />
          <span className="pointer-events-none relative font-medium peer-checked:font-semibold">{segment.label}</span>
          {segment.detail ? (
            <span className="pointer-events-none relative text-12 @lg:text-body peer-checked:font-semibold [&_.per]:ml-0.75 [&_.per]:font-normal [&_.per]:text-ink-3">
              {segment.detail}
            </span>
          ) : null}
        </label>
      ))}
    </fieldset>
  );
}
