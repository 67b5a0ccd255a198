import type { ReactNode } from "react";

/** A key as it is printed on the keyboard. */
export function KeyHint({ children }: { children: ReactNode }) {
  return (
    <kbd className="inline-grid h-5 min-w-5 place-items-center rounded-[.3125rem] border border-line-2 bg-surface px-1 font-sans text-12 text-ink-3">
      {children}
    </kbd>
  );
}
