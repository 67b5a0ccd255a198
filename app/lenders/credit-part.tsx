import type { ReactNode } from "react";
import { Sheet, SheetHead } from "#app/ui/sheet";

/** One titled part of the finance manager's credit page. */
export function CreditPart({ title, children }: { title: string; children: ReactNode }) {
  return (
    <Sheet padding="none">
      <SheetHead level={2} title={title} className="border-b border-line px-4 py-3" />
      <div className="flex flex-col gap-3 px-4 py-3">{children}</div>
    </Sheet>
  );
}
