import type { ReactNode } from "react";
import { cx } from "#app/ui/class-names";
import { FieldFrame, controlClass } from "#app/ui/field-frame";
import { useMessages } from "#app/ui/messages";
import { accountMessages } from "./messages";

/** Six digits, typed or filled in by the phone. A space in the middle, as the mail shows it, is fine. */
export function CodeField({ hint, error, autoFocus }: { hint?: ReactNode; error?: ReactNode; autoFocus?: boolean }) {
  const t = useMessages(accountMessages);
  return (
    <FieldFrame label={t("code")} hint={hint} error={error}>
      {(attributes) => (
        <input
          {...attributes}
          name="code"
          required
          autoFocus={autoFocus}
          inputMode="numeric"
          autoComplete="one-time-code"
          pattern="[0-9]{3} ?[0-9]{3}"
          maxLength={7}
          className={cx(controlClass({ look: "figure" }), "h-12! text-20! tracking-[.2em]")}
        />
      )}
    </FieldFrame>
  );
}
