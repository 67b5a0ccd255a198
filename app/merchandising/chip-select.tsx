import { ChevronDown } from "lucide-react";

interface ChipSelectProps {
  /** Heard, not seen: the chip says its own value. */
  label: string;
  name: string;
  value: string;
  options: readonly { value: string; label: string }[];
}

/** An assumption that can be changed: the browser's own list in the shape of a chip. */
export function ChipSelect({ label, name, value, options }: ChipSelectProps) {
  return (
    <span className="relative inline-flex items-center">
      <select
        // The address decides: a link or the back button must move the chip too.
        key={value}
        aria-label={label}
        name={name}
        defaultValue={value}
        className="h-7 field-sizing-content appearance-none rounded-full border border-line-2 bg-surface pr-6.5 pl-2.5 text-13 font-medium text-ink transition-colors duration-140 hover:border-control touch:h-9"
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
      <ChevronDown aria-hidden className="pointer-events-none absolute right-2 size-3.5 text-ink-3" strokeWidth={2} />
    </span>
  );
}
