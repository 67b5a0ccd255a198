import { EmptyState } from "#app/ui/empty-state";
import { useMessages } from "#app/ui/messages";
import { financeMessages } from "#app/desk/finance-messages";

export const handle = { staffScreen: true };

export default function FinanceStart() {
  const t = useMessages(financeMessages);
  return (
    <div className="flex min-w-0 flex-1 items-center justify-center max-sm:hidden">
      <EmptyState>{t("choose")}</EmptyState>
    </div>
  );
}
