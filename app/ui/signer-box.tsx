import { cx } from "#app/ui/class-names";
import { initials } from "#app/ui/avatar";

interface SignerBoxProps {
  name: string;
  signed: boolean;
  /** What a screen reader says: "Nadia Brightwater, signed 1:52 PM". */
  label: string;
}

/** Initials, 24 by 22: dashed until signed, green from then on. */
export function SignerBox({ name, signed, label }: SignerBoxProps) {
  return (
    <span
      role="img"
      aria-label={label}
      className={cx(
        "inline-grid h-5.5 w-6 shrink-0 place-items-center rounded-[.3125rem] text-[.6875rem] font-semibold",
        signed ? "bg-pos-ground text-pos" : "border border-dashed border-control text-ink-3",
      )}
    >
      {initials(name)}
    </span>
  );
}
