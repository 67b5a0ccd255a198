import { ChevronRight, Wallet } from "lucide-react";
import { balanceMessages } from "#app/deal-card/deposit/balance-messages";
import { useDeal } from "#app/deal-card/use-deal";
import { useMessages } from "#app/ui/messages";
import { useFormat } from "#app/ui/use-format";
import { balanceDue } from "#machines/deal/balance-due";
import { plus } from "#machines/money/cents";

/** Under the lines of the summary, wherever the deal stands: how much there is still to pay. */
export function BalanceRow() {
  const { view, worksheet, openStage } = useDeal();
  const t = useMessages(balanceMessages);
  const format = useFormat();
  const balance = balanceDue(view.card, worksheet?.chosen);
  if (!balance) return <div className="min-h-12" />;
  const money = (amount: number) => format.money(amount, { cents: "whenAny" });
  const paid = plus(balance.deposit, balance.tendered);
  return (
    <button
      type="button"
      onClick={() => openStage("deposit")}
      className="mx-2 flex min-h-12 w-[calc(100%-1rem)] items-center gap-3 rounded-cell px-2 py-1.5 text-left transition-colors duration-140 hover:bg-sunken"
    >
      <Wallet aria-hidden className="size-5 shrink-0 text-ink-3" strokeWidth={1.75} />
      <span className="min-w-0 flex-1" aria-live="polite">
        <span className="block font-medium">
          {balance.afterReturn && balance.over > 0
            ? t("row.back", { amount: money(balance.over) })
            : balance.left === 0
              ? t(balance.afterReturn ? "closed" : "row.none")
              : t("row.left", { amount: money(balance.left) })}
        </span>
        <span className="block text-12 text-ink-3">
          {balance.afterReturn ? null : t("row.paid", { paid: money(paid), due: money(balance.due) })}
          {balance.promised > 0 ? `, ${t("row.promised", { amount: money(balance.promised) })}` : null}
        </span>
      </span>
      <ChevronRight aria-hidden className="size-4 shrink-0 text-ink-3" strokeWidth={1.75} />
    </button>
  );
}
