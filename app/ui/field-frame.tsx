import { cva } from "class-variance-authority";
import { Check, CircleAlert } from "lucide-react";
import { useId, type ReactNode } from "react";
import { cx } from "#app/ui/class-names";
import { useMessages } from "#app/ui/messages";
import type { Person } from "#app/ui/person-colour";
import { PresenceRing } from "#app/ui/presence-ring";
import { uiMessages } from "#app/ui/ui-messages";

/** What every field may say about itself. */
export interface FieldLook {
  label: ReactNode;
  /** The label is heard, not seen: the square or the row already says it. */
  hideLabel?: boolean;
  hint?: ReactNode;
  /** Takes the hint's place. */
  error?: ReactNode;
  /** `saved` shows a tick for a moment; `unsent` a dot that stays. */
  save?: "saved" | "unsent" | null;
  presence?: Person | null;
  optional?: boolean;
  className?: string;
}

/** 36 px at a desk, 44 under a thumb; 16 px text there, or iOS zooms the page. */
export const controlClass = cva(
  [
    "w-full min-w-0 rounded-cell border border-control bg-surface text-ink outline-hidden",
    "transition-[border-color,box-shadow] duration-140",
    "focus:border-accent-600 focus:ring-3 focus:ring-accent-100",
    "aria-invalid:border-neg-mark aria-invalid:focus:ring-neg-ground",
    "disabled:cursor-not-allowed disabled:border-transparent disabled:bg-sunken disabled:text-ink-3",
    "[&[readonly]]:not-focus:border-line-2",
  ],
  {
    variants: {
      look: {
        field: "h-9 px-3 text-body touch:h-11 touch:text-16",
        figure: "figures h-8 px-2.5 text-16 font-semibold touch:h-11",
        area: "min-h-20 px-3 py-2 text-body touch:text-16",
      },
    },
    defaultVariants: { look: "field" },
  },
);

export interface ControlAttributes {
  id: string;
  "aria-invalid"?: true;
  "aria-describedby"?: string;
}

interface FieldFrameProps extends FieldLook {
  id?: string;
  children: (control: ControlAttributes) => ReactNode;
}

/** Label above, control, then one line: the hint, or in its place the error. */
export function FieldFrame({
  id,
  label,
  hideLabel,
  hint,
  error,
  save,
  presence,
  optional,
  className,
  children,
}: FieldFrameProps) {
  const ownId = useId();
  const t = useMessages(uiMessages);
  const controlId = id ?? ownId;
  const noteId = `${controlId}-note`;
  const note = error ?? hint;
  return (
    <div className={cx("min-w-0", className)}>
      <div className={cx("mb-1 flex items-center justify-between gap-2", hideLabel && !save && "sr-only")}>
        <label htmlFor={controlId} className={cx("text-12 font-medium text-ink-2", hideLabel && "sr-only")}>
          {label}
          {optional ? <span className="font-normal text-ink-3"> {t("optional")}</span> : null}
        </label>
        <SaveMark save={save} />
      </div>
      <PresenceRing person={presence}>
        {children({
          id: controlId,
          "aria-invalid": error ? true : undefined,
          "aria-describedby": note ? noteId : undefined,
        })}
      </PresenceRing>
      {note ? (
        <p id={noteId} className={cx("mt-1 flex gap-1.5 text-12", error ? "text-neg" : "text-ink-3")}>
          <span className="min-w-0 flex-1">{note}</span>
          {error ? <CircleAlert aria-hidden className="mt-px size-3.5 shrink-0" /> : null}
        </p>
      ) : null}
    </div>
  );
}

/** The tick fades in when the store has the value; the dot stays until it does. */
export function SaveMark({ save }: { save?: "saved" | "unsent" | null }) {
  const t = useMessages(uiMessages);
  if (!save) return null;
  if (save === "saved")
    return (
      <span className="inline-flex animate-fade-in items-center gap-1 text-12 text-ink-3">
        <Check aria-hidden className="size-3.5 text-pos" strokeWidth={2} />
        {t("saved")}
      </span>
    );
  return (
    <span className="inline-flex items-center" title={t("unsent")}>
      <span aria-hidden className="size-1.5 rounded-full bg-warn-mark" />
      <span className="sr-only">{t("unsent")}</span>
    </span>
  );
}
