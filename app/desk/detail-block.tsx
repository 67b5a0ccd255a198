import type { ReactNode } from "react";

/** One titled part of the chosen deal, a hairline above it. */
export function DetailBlock({ title, children }: { title: ReactNode; children: ReactNode }) {
  return (
    <section className="border-t border-line px-4 py-3.5">
      <h3 className="mb-2 text-12 font-medium text-ink-3">{title}</h3>
      {children}
    </section>
  );
}
