import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { cx } from "#app/ui/class-names";
import { StaffFooter } from "#app/ui/staff-block";

/** Price, trade, cash down and payment in one bordered row, hairlines between; two by two where it is narrow. */
export function FourSquare({ label, className, children }: { label: string; className?: string; children: ReactNode }) {
  return (
    <div role="group" aria-label={label} className={cx("@container", className)}>
      <div className="grid grid-cols-2 gap-px overflow-clip rounded-block border border-line bg-line @xl:grid-cols-4">
        {children}
      </div>
    </div>
  );
}

interface SquareProps {
  label: ReactNode;
  /** The figure, 20/600; or a field with `look="figure"` and a hidden label. */
  children: ReactNode;
  hint?: ReactNode;
  /** A square that is not edited here leads to its stage. */
  to?: string;
  onOpen?: () => void;
  /** Staff only: plum, with a lock. The caller leaves it out for a customer. */
  staff?: ReactNode;
  /** Its name among the places of the card. */
  place?: string;
}

const bodyClass = "block w-full flex-1 px-3.5 py-3 text-left";
const openableClass = cx(bodyClass, "transition-colors duration-140 hover:bg-ground focus-visible:-outline-offset-2");

export function Square({ label, children, hint, to, onOpen, staff, place }: SquareProps) {
  const body = (
    <>
      <span className="block text-12 font-medium text-ink-3">{label}</span>
      <span className="block text-20 font-semibold has-[input]:mt-1">{children}</span>
      {hint ? <span className="block text-12 text-ink-3">{hint}</span> : null}
    </>
  );
  return (
    <div data-place={place} className="flex min-w-0 flex-col bg-surface">
      <SquareBody to={to} onOpen={onOpen}>
        {body}
      </SquareBody>
      {staff ? <StaffFooter>{staff}</StaffFooter> : null}
    </div>
  );
}

function SquareBody({ to, onOpen, children }: Pick<SquareProps, "to" | "onOpen" | "children">) {
  if (to)
    return (
      <Link to={to} className={openableClass}>
        {children}
      </Link>
    );
  if (onOpen)
    return (
      <button type="button" onClick={onOpen} className={openableClass}>
        {children}
      </button>
    );
  return <div className={bodyClass}>{children}</div>;
}
