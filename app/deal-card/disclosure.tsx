import { ChevronRight } from "lucide-react";
import type { ReactNode } from "react";

/** A part that opens in place, for what most people pass by: a counter, a refund, another car. */
export function Disclosure({ id, title, children }: { id?: string; title: ReactNode; children: ReactNode }) {
  return (
    <details id={id} className="group/disclosure rounded-block border border-line bg-surface max-sm:rounded-sheet">
      <summary className="flex min-h-11 list-none items-center gap-2 rounded-block px-4 font-medium text-ink-2 hover:text-ink">
        <span className="flex-1">{title}</span>
        <ChevronRight
          aria-hidden
          strokeWidth={1.75}
          className="-mr-1 size-4 text-ink-3 transition-transform duration-140 group-open/disclosure:rotate-90"
        />
      </summary>
      <div className="border-t border-line p-4">{children}</div>
    </details>
  );
}
