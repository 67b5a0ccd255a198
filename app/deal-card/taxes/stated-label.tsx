import { PencilLine } from "lucide-react";
import type { ReactNode } from "react";
import { taxMessages } from "#app/deal-card/taxes/tax-messages";
import { useMessages } from "#app/ui/messages";

/** Said in a word and a sign, not in colour alone. */
export function StatedLabel({ children }: { children: ReactNode }) {
  const t = useMessages(taxMessages);
  return (
    <span className="text-warn">
      {children}{" "}
      <span className="inline-flex items-baseline gap-1 text-12 font-medium whitespace-nowrap">
        <PencilLine aria-hidden className="size-3 self-center" strokeWidth={2} />
        {t("stated.mark")}
      </span>
    </span>
  );
}
