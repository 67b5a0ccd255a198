import { Hand } from "lucide-react";
import type { ReactNode } from "react";
import { askInstead } from "#app/deal-card/staff/approval-ask";
import { approvalMessages } from "#app/deal-card/staff/approval-messages";
import { useDeal } from "#app/deal-card/use-deal";
import { useSend } from "#app/deal-card/use-send";
import { Button } from "#app/ui/button";
import { useMessages } from "#app/ui/messages";

/** Beside a refusal that only a limit stands behind: the same change, asked of a manager. Else what it is given. */
export function AskManager({ children }: { children?: ReactNode }) {
  const { refused, refusedEdit, putAwayRefusal } = useDeal();
  const t = useMessages(approvalMessages);
  const { busy, act } = useSend();
  const asked = refused?.status === "refused" ? askInstead(refusedEdit, refused.refusal) : null;
  if (!asked) return children;
  return (
    <span className="flex items-center gap-2">
      <Button
        size="small"
        busy={busy}
        onClick={() => void act(asked).then((taken) => (taken ? putAwayRefusal() : undefined))}
      >
        <Hand aria-hidden strokeWidth={1.75} />
        {t("ask")}
      </Button>
      {children}
    </span>
  );
}
