import { Check, CircleAlert } from "lucide-react";
import { useId, type InputHTMLAttributes, type ReactNode } from "react";
import { cx } from "#app/ui/class-names";
import { SaveMark } from "#app/ui/field-frame";

export interface Choice {
  value: string;
  label: ReactNode;
  /** Under the label. */
  hint?: ReactNode;
  /** The price of the choice, at the far end. */
  detail?: ReactNode;
  disabled?: boolean;
}

interface ChoiceFieldProps {
  label: ReactNode;
  hideLabel?: boolean;
  name: string;
  choices: readonly Choice[];
  value?: string;
  defaultValue?: string;
  onChange?: (value: string) => void;
  hint?: ReactNode;
  error?: ReactNode;
  save?: "saved" | "unsent" | null;
  /** `cards`: each choice is a bordered row with its price; `list`: plain. */
  look?: "list" | "cards";
  columns?: 1 | 2 | 3;
  className?: string;
}

const columnsClass = { 1: "", 2: "sm:grid-cols-2", 3: "sm:grid-cols-3" };

/** One of several. Native radios: arrow keys, forms and no-JavaScript come with them. */
export function ChoiceField(props: ChoiceFieldProps) {
  const { label, hideLabel, name, choices, value, defaultValue, onChange, hint, error, save, className } = props;
  const noteId = useId();
  const cards = props.look === "cards";
  const note = error ?? hint;
  return (
    <fieldset className={cx("min-w-0", className)} aria-describedby={note ? noteId : undefined}>
      <legend
        className={cx("mb-1.5 flex w-full justify-between text-12 font-medium text-ink-2", hideLabel && "sr-only")}
      >
        {label}
        <SaveMark save={save} />
      </legend>
      <div className={cx("grid", cards ? "gap-2" : "gap-0.5", columnsClass[props.columns ?? 1])}>
        {choices.map((choice) => (
          <label key={choice.value} className={cards ? cardClass : listClass}>
            <RadioMark
              name={name}
              value={choice.value}
              disabled={choice.disabled}
              checked={value === undefined ? undefined : value === choice.value}
              defaultChecked={
                value === undefined && defaultValue !== undefined ? defaultValue === choice.value : undefined
              }
              onChange={() => onChange?.(choice.value)}
            />
            <span className="min-w-0 flex-1">
              <span className={cx("block", cards && "font-medium")}>{choice.label}</span>
              {choice.hint ? <span className="block text-12 text-ink-3">{choice.hint}</span> : null}
            </span>
            {choice.detail ? <span className="figures text-ink-2">{choice.detail}</span> : null}
          </label>
        ))}
      </div>
      {note ? (
        <p id={noteId} className={cx("mt-1 flex gap-1.5 text-12", error ? "text-neg" : "text-ink-3")}>
          <span className="flex-1">{note}</span>
          {error ? <CircleAlert aria-hidden className="mt-px size-3.5 shrink-0" /> : null}
        </p>
      ) : null}
    </fieldset>
  );
}

const listClass = "flex min-h-8 items-start gap-2.5 py-1.5 touch:min-h-11 touch:py-3 has-disabled:text-ink-3";
const cardClass = cx(
  "flex min-h-11 items-start gap-2.5 rounded-cell border border-line-2 bg-surface px-3 py-2.5 transition-colors duration-140",
  "hover:border-control has-checked:border-accent-600 has-checked:bg-accent-50 has-checked:ring-1 has-checked:ring-accent-600 has-checked:ring-inset",
  "has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent-600",
  "has-disabled:bg-sunken has-disabled:text-ink-3",
);

type NativeInput = Omit<InputHTMLAttributes<HTMLInputElement>, "type" | "className">;

function RadioMark(props: NativeInput) {
  return (
    <input
      {...props}
      type="radio"
      className="mt-px size-4.5 shrink-0 appearance-none rounded-full border border-control bg-surface transition-[border-width] duration-90 checked:border-[5.5px] checked:border-accent-600 disabled:border-line-2"
    />
  );
}

interface CheckboxFieldProps extends NativeInput {
  label: ReactNode;
  hint?: ReactNode;
  error?: ReactNode;
  className?: string;
}

/** Yes or no, said beside the box. Never ticked in advance for anything that costs or consents. */
export function CheckboxField({ label, hint, error, className, ...input }: CheckboxFieldProps) {
  const noteId = useId();
  const note = error ?? hint;
  return (
    <label className={cx("flex min-h-8 items-start gap-2.5 py-1.5 touch:min-h-11 touch:py-3", className)}>
      <span className="relative mt-px inline-grid size-4.5 shrink-0 place-items-center">
        <input
          {...input}
          type="checkbox"
          aria-invalid={error ? true : undefined}
          aria-describedby={note ? noteId : undefined}
          className="peer absolute inset-0 appearance-none rounded-[.3125rem] border border-control bg-surface transition-colors duration-90 checked:border-accent-600 checked:bg-accent-600 aria-invalid:border-neg-mark disabled:border-line-2 disabled:bg-sunken"
        />
        <Check
          aria-hidden
          className="pointer-events-none invisible relative size-3.5 text-on-accent peer-checked:visible"
          strokeWidth={3}
        />
      </span>
      <span className="min-w-0 flex-1">
        <span className="block">{label}</span>
        {note ? (
          <span id={noteId} className={cx("block text-12", error ? "text-neg" : "text-ink-3")}>
            {note}
          </span>
        ) : null}
      </span>
    </label>
  );
}

interface SwitchFieldProps extends NativeInput {
  label: ReactNode;
  hint?: ReactNode;
  icon?: ReactNode;
  className?: string;
}

/** On or off at once, without a save button. Label at the start, switch at the end. */
export function SwitchField({ label, hint, icon, className, ...input }: SwitchFieldProps) {
  return (
    <label className={cx("flex min-h-10 items-center gap-3 touch:min-h-11", className)}>
      {icon ? <span className="shrink-0 text-ink-3 [&_svg]:size-4.5">{icon}</span> : null}
      <span className="min-w-0 flex-1">
        {label}
        {hint ? <span className="ml-2 text-13 text-ink-3">{hint}</span> : null}
      </span>
      <input
        {...input}
        type="checkbox"
        role="switch"
        className={cx(
          "relative h-4.5 w-7.5 shrink-0 appearance-none rounded-full bg-control transition-colors duration-140 checked:bg-accent-600",
          "before:absolute before:top-0.5 before:left-0.5 before:size-3.5 before:rounded-full before:bg-surface before:transition-transform before:duration-140 checked:before:translate-x-3",
        )}
      />
    </label>
  );
}
