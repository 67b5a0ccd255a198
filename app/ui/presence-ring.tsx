import type { ReactNode } from "react";
import { cx } from "#app/ui/class-names";
import { useMessages } from "#app/ui/messages";
import { whoVariable, type Person } from "#app/ui/person-colour";
import { uiMessages } from "#app/ui/ui-messages";

interface PresenceRingProps {
  /** Who is here, or nobody. After 30 s idle the caller passes nobody: the ring goes, the avatar stays. */
  person?: Person | null;
  /** Radius of the thing it runs round. */
  radius?: "cell" | "block" | "sheet";
  /** The flag sits on the top edge, at the start or the end. */
  flag?: "start" | "end";
  className?: string;
  children: ReactNode;
}

/** A field's grey edge would double the ring. */
const ownEdgeGone = "[&_:is(input,select,textarea)]:border-transparent!";

const radiusClass = { cell: "rounded-[.625rem]", block: "rounded-[.75rem]", sheet: "rounded-[1rem]" };

/** Another person's place: 2 px outside the thing's own edge. It moves neither focus nor layout. */
export function PresenceRing({ person, radius = "cell", flag = "end", className, children }: PresenceRingProps) {
  const t = useMessages(uiMessages);
  return (
    <div className={cx("relative", person && [whoVariable[person.who], ownEdgeGone], className)}>
      {children}
      {person ? (
        <>
          <span
            aria-hidden
            className={cx(
              "pointer-events-none absolute -inset-0.5 animate-fade-in border-2 border-(--who)",
              radiusClass[radius],
            )}
          />
          <span
            aria-hidden
            className={cx(
              "pointer-events-none absolute -top-3 z-10 animate-fade-in rounded-chip bg-(--who) px-1.75 py-px text-12 font-semibold text-on-who",
              flag === "end" ? "right-2.5" : "left-2.5",
            )}
          >
            {person.name}
          </span>
          <span className="sr-only">{t("personHere", { name: person.name })}</span>
        </>
      ) : null}
    </div>
  );
}
