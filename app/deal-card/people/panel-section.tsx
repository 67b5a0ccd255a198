import type { ReactNode } from "react";

export function PanelSection({ title, children }: { title: ReactNode; children: ReactNode }) {
  return (
    <section className="border-b border-line px-4 py-4 last:border-0">
      <h2 className="mb-3 text-14 font-semibold">{title}</h2>
      {children}
    </section>
  );
}
