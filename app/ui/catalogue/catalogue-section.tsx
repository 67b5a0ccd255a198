import type { ReactNode } from "react";
import { cx } from "#app/ui/class-names";

/** One heading of the catalogue and what stands under it. */
export function CatalogueSection({ title, note, children }: { title: string; note?: string; children: ReactNode }) {
  return (
    <section className="flex flex-col gap-4">
      <header>
        <h2 className="text-20">{title}</h2>
        {note ? <p className="text-13 text-ink-3">{note}</p> : null}
      </header>
      {children}
    </section>
  );
}

export function Specimen({ name, className, children }: { name: string; className?: string; children: ReactNode }) {
  return (
    <div className="min-w-0">
      <p className="mb-2 text-12 text-ink-3">{name}</p>
      <div className={cx("flex flex-wrap items-center gap-3", className)}>{children}</div>
    </div>
  );
}
