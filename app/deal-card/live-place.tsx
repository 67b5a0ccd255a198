import type { ReactNode } from "react";
import { useChangedAt, usePresenceAt } from "#app/deal-card/card-people";
import { useDeal } from "#app/deal-card/use-deal";
import { cx } from "#app/ui/class-names";
import { ByLine, Flash } from "#app/ui/money-line";
import { PresenceRing } from "#app/ui/presence-ring";

interface LivePlaceProps {
  field: string;
  radius?: "cell" | "block" | "sheet";
  /** Where the by-line goes; without it the change only tints the place. */
  byLine?: boolean;
  className?: string;
  children: ReactNode;
}

/** A group of controls that lights up when somebody else is at it, and for a moment after they changed it. */
export function LivePlace({ field, radius = "block", byLine = false, className, children }: LivePlaceProps) {
  const { focusField } = useDeal();
  const changed = useChangedAt(field);
  return (
    <PresenceRing person={usePresenceAt(field)} radius={radius} className={className}>
      <div
        className={cx("relative", changed && !changed.isYou && "overflow-clip rounded-block")}
        onFocus={() => focusField(field)}
        onBlur={() => focusField(null)}
      >
        {changed && !changed.isYou ? <Flash key={changed.changeId} who={changed.who} /> : null}
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
