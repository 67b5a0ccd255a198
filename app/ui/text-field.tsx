import { ChevronDown } from "lucide-react";
import type { InputHTMLAttributes, ReactNode, SelectHTMLAttributes, TextareaHTMLAttributes } from "react";
import { cx } from "#app/ui/class-names";
import { FieldFrame, controlClass, type FieldLook } from "#app/ui/field-frame";

type Own<Attributes> = Omit<Attributes, "className" | keyof FieldLook> & FieldLook;

function splitLook<T extends FieldLook>(props: T) {
  const { label, hideLabel, hint, error, save, presence, optional, className, ...control } = props;
  return { look: { label, hideLabel, hint, error, save, presence, optional, className }, control };
}

interface TextFieldProps extends Own<InputHTMLAttributes<HTMLInputElement>> {
  /** Drawn inside at the start: a magnifying glass. */
  icon?: ReactNode;
  /** Drawn inside at the end: a unit, a key hint. */
  after?: ReactNode;
}

/** A native input for forms. For a value that saves itself on the card use LiveTextField, NumberField or MoneyField. */
export function TextField({ icon, after, ...props }: TextFieldProps) {
  const { look, control } = splitLook(props);
  return (
    <FieldFrame id={control.id} {...look}>
      {(attributes) => (
        <span className="relative flex items-center">
          {icon ? <span className="pointer-events-none absolute left-3 text-ink-3 [&_svg]:size-4">{icon}</span> : null}
          <input
            {...control}
            {...attributes}
            className={cx(
              controlClass(),
              icon && "pl-9!",
              after && "pr-12!",
              // The browser's own button stands in the middle of the line, as text does.
              control.type === "file" && "py-1.5 touch:py-2.5",
            )}
          />
          {after ? <span className="pointer-events-none absolute right-3 text-13 text-ink-3">{after}</span> : null}
        </span>
      )}
    </FieldFrame>
  );
}

export function TextAreaField(props: Own<TextareaHTMLAttributes<HTMLTextAreaElement>>) {
  const { look, control } = splitLook(props);
  return (
    <FieldFrame id={control.id} {...look}>
      {(attributes) => <textarea rows={3} {...control} {...attributes} className={controlClass({ look: "area" })} />}
    </FieldFrame>
  );
}

export interface SelectOption {
  value: string;
  label: string;
  disabled?: boolean;
}

interface SelectFieldProps extends Own<SelectHTMLAttributes<HTMLSelectElement>> {
  options: readonly SelectOption[];
  /** First entry with an empty value, such as "Any make". */
  placeholder?: string;
}

/** The browser's own list: it opens as a wheel on a phone and needs no JavaScript. */
export function SelectField({ options, placeholder, ...props }: SelectFieldProps) {
  const { look, control } = splitLook(props);
  return (
    <FieldFrame id={control.id} {...look}>
      {(attributes) => (
        <span className="relative flex items-center">
          <select {...control} {...attributes} className={cx(controlClass(), "appearance-none pr-9!")}>
            {placeholder === undefined ? null : <option value="">{placeholder}</option>}
            {options.map((option) => (
              <option key={option.value} value={option.value} disabled={option.disabled}>
                {option.label}
              </option>
            ))}
          </select>
          <ChevronDown
            aria-hidden
            className="pointer-events-none absolute right-3 size-4 text-ink-3"
            strokeWidth={1.75}
          />
        </span>
      )}
    </FieldFrame>
  );
}
