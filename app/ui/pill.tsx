import type { LucideIcon } from "lucide-react";
import type { ReactNode } from "react";
import { cx } from "#app/ui/class-names";

interface PillProps {
  icon?: LucideIcon;
  onClick?: () => void;
  className?: string;
  children: ReactNode;
}

/** A word laid on a photo: "Illustration, demo stock", "See unedited", "1 of 24". With onClick it is a button. */
export function Pill({ icon: Icon, onClick, className, children }: PillProps) {
  const look = cx(
    "inline-flex h-7 items-center gap-2 rounded-full bg-surface px-3 text-13 font-medium whitespace-nowrap text-ink shadow-button",
    onClick && "touch-target hover:bg-ground",
    className,
  );
  const content = (
    <>
      {Icon ? <Icon aria-hidden className="size-4 text-ink-2" strokeWidth={1.75} /> : null}
      {children}
    </>
  );
  if (!onClick) return <span className={look}>{content}</span>;
  return (
    <button type="button" onClick={onClick} className={look}>
      {content}
    </button>
  );
}
