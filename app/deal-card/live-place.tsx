import type { ReactNode } from "react";
import { useChangedAt, usePresenceAt } from "#app/deal-card/card-people";
import { AskPin } from "#app/chat/ask-pin";
import { useDeal } from "#app/deal-card/use-deal";
import { cx } from "#app/ui/class-names";
import { ByLine, Flash } from "#app/ui/money-line";
import { PresenceRing } from "#app/ui/presence-ring";

interface LivePlaceProps {
  field: string;
  radius?: "cell" | "block" | "sheet";
  /** Where the by-line goes; without it the change only tints the place. */
  byLine?: boolean;
  /** A tall block keeps its ground: a tint is for a row or a control. */
  tint?: boolean;
  className?: string;
  children: ReactNode;
}

/** A group of controls that lights up when somebody else is at it, and for a moment after they changed it. */
export function LivePlace({
  field,
  radius = "block",
  byLine = false,
  tint = true,
  className,
  children,
}: LivePlaceProps) {
  const { focusField } = useDeal();
  const changed = useChangedAt(field);
  const shown = tint && changed && !changed.isYou ? changed : null;
  return (
    <PresenceRing person={usePresenceAt(field)} radius={radius} className={className}>
      <AskPin place={field} corner />
      <div
        data-place={field}
        className={cx("relative", shown && "overflow-clip rounded-block")}
        onFocus={() => focusField(field)}
        onBlur={() => focusField(null)}
      >
        {shown ? <Flash key={shown.changeId} who={shown.who} /> : null}
        <div className="relative">{children}</div>
        {byLine && changed ? (
          <p className="relative mt-1">
            <ByLine {...changed} />
          </p>
        ) : null}
      </div>
    </PresenceRing>
  );
}
