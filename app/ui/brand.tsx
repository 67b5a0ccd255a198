import { Link } from "@remix-run/react";
import { cx } from "#app/ui/class-names";

/** Two waves in the rooftop's accent. */
export function BrandMark({ className }: { className?: string }) {
  return (
    <svg viewBox="0 0 28 28" aria-hidden className={cx("size-6.5 shrink-0", className)}>
      <rect width="28" height="28" rx="7" fill="var(--accent-600)" />
      <g fill="none" stroke="var(--on-accent)" strokeWidth="2.3" strokeLinecap="round">
        <path d="M6.6 11.9c1.6-1.9 3.1-2.5 4.7-1.5l2.7 1.7c1.9 1.2 3.6.8 5.4-.9l2-1.6" />
        <path d="M6.6 17.9c1.6-1.9 3.1-2.5 4.7-1.5l2.7 1.7c1.9 1.2 3.6.8 5.4-.9l2-1.6" />
      </g>
    </svg>
  );
}

interface BrandProps {
  name: string;
  to?: string;
  /** The mark alone where there is no room; the name is still heard. */
  markOnly?: boolean;
  className?: string;
}

export function Brand({ name, to = "/", markOnly = false, className }: BrandProps) {
  return (
    <Link to={to} className={cx("touch-target flex shrink-0 items-center gap-2.5 rounded-cell", className)}>
      <BrandMark />
      <span className={cx("text-16 font-semibold tracking-[-.018em]", markOnly && "sr-only")}>{name}</span>
    </Link>
  );
}
