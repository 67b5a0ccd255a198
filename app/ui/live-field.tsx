import type { FocusEventHandler, HTMLInputAutoCompleteAttribute, ReactNode } from "react";
import { cx } from "#app/ui/class-names";
import { FieldHeld, type HeldBy } from "#app/ui/field-held";
import { FieldFrame, controlClass, type ControlAttributes, type FieldLook } from "#app/ui/field-frame";
import { formatMoney, formatNumber } from "#app/ui/format";
import { useLocale, useMessages } from "#app/ui/messages";
import { parseMoney } from "#app/ui/parse-money";
import { uiMessages } from "#app/ui/ui-messages";
import { useDraft } from "#app/ui/use-draft";

export interface LiveFieldProps<T> extends FieldLook {
  id?: string;
  value: T;
  /** Saved on blur, on Enter, or after 400 ms of quiet. */
  onCommit?: (value: T) => void;
  onType?: (value: T) => void;
  onFocus?: FocusEventHandler<HTMLInputElement>;
  onBlur?: FocusEventHandler<HTMLInputElement>;
  /** Also posts with a form, as the text that is seen. */
  name?: string;
  disabled?: boolean;
  readOnly?: boolean;
  required?: boolean;
  placeholder?: string;
  autoComplete?: HTMLInputAutoCompleteAttribute;
  /** `figure`: the large input inside a square. */
  look?: "field" | "figure";
  after?: ReactNode;
  /** Somebody else types in it: shown in place of the hint, and the field waits until it is taken over. */
  held?: HeldBy | null;
  /** Each keystroke, for telling others that this hand is typing. */
  onDrafting?: () => void;
}

/** How a kind of value is written and read back. */
export interface Codec<T> {
  format: (value: T) => string;
  parse: (text: string) => T | null;
  inputMode: "text" | "decimal" | "numeric";
  notAValue: string;
}

export function LiveInput<T>({
  codec,
  value,
  onCommit,
  onType,
  onFocus,
  onBlur,
  ...props
}: LiveFieldProps<T> & { codec: Codec<T> }) {
  const {
    look = "field",
    after,
    held = null,
    onDrafting,
    id,
    label,
    hideLabel,
    hint,
    error,
    save,
    presence,
    optional,
    className,
    ...control
  } = props;
  const { format, parse, inputMode, notAValue } = codec;
  const draft = useDraft({ value, format, parse, onCommit, onType });
  const figures = inputMode !== "text";
  const field = (attributes: ControlAttributes) => (
    <span className="relative flex items-center">
      <input
        {...control}
        {...attributes}
        {...draft.input}
        readOnly={control.readOnly || held !== null || undefined}
        type="text"
        inputMode={inputMode}
        className={cx(controlClass({ look }), figures && "figures", after && "pr-12!", held && !after && "pr-10!")}
        onChange={(event) => {
          draft.input.onChange(event);
          onDrafting?.();
        }}
        onFocus={(event) => {
          draft.input.onFocus(event);
          onFocus?.(event);
        }}
        onBlur={(event) => {
          draft.input.onBlur();
          onBlur?.(event);
        }}
      />
      {presence && !draft.typing ? <TheirCaret look={look} text={format(value)} /> : null}
      {held ? <FieldHeld held={held} /> : null}
      {after ? <span className="pointer-events-none absolute right-3 text-13 text-ink-3">{after}</span> : null}
    </span>
  );
  const frame = {
    id,
    label,
    hideLabel,
    hint,
    save,
    presence,
    optional,
    className,
  };
  return (
    <FieldFrame {...frame} error={error ?? (draft.invalid ? notAValue : undefined)}>
      {field}
    </FieldFrame>
  );
}

/** Where the other person types: behind the value, in their colour. */
function TheirCaret({ text, look }: { text: string; look: "field" | "figure" }) {
  const type = look === "figure" ? "px-2.5 text-16 font-semibold" : "px-3 text-body touch:text-16";
  return (
    <span aria-hidden className={cx("figures pointer-events-none absolute left-px flex items-center", type)}>
      <span className="invisible">{text}</span>
      <span className="h-[1.15em] w-[1.5px] bg-(--who,var(--control))" />
    </span>
  );
}

const textCodec: Codec<string> = { format: String, parse: String, inputMode: "text", notAValue: "" };

/** Text that saves itself. */
export function LiveTextField(props: LiveFieldProps<string>) {
  return <LiveInput {...props} codec={textCodec} />;
}

/** An amount in cents: shows `$3,000`, takes whatever a person types as one. */
export function MoneyField({ least = 0, ...props }: LiveFieldProps<number> & { least?: number }) {
  const locale = useLocale();
  const t = useMessages(uiMessages);
  const codec: Codec<number> = {
    format: (cents) => formatMoney(cents, locale, { cents: "whenAny" }),
    parse: (text) => {
      const cents = parseMoney(text);
      return cents === null || cents < least ? null : cents;
    },
    inputMode: "decimal",
    notAValue: t("notAnAmount"),
  };
  return <LiveInput {...props} codec={codec} />;
}

interface NumberFieldProps extends LiveFieldProps<number> {
  least?: number;
  most?: number;
}

/** A whole number with grouping: miles, months. */
export function NumberField({ least = 0, most = Number.MAX_SAFE_INTEGER, ...props }: NumberFieldProps) {
  const locale = useLocale();
  const t = useMessages(uiMessages);
  const codec: Codec<number> = {
    format: (number) => formatNumber(number, locale),
    parse: (text) => {
      const digits = text.replace(/[\s\u00a0\u202f.,]/g, "");
      const number = Number(digits);
      return /^\d{1,15}$/.test(digits) && number >= least && number <= most ? number : null;
    },
    inputMode: "numeric",
    notAValue: t("notANumber"),
  };
  return <LiveInput {...props} codec={codec} />;
}
