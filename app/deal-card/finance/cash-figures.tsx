import { financeMessages } from "#app/deal-card/finance/finance-messages";
import { useColumnRefusal } from "#app/deal-card/column-refusal-messages";
import { useDeal } from "#app/deal-card/use-deal";
import { useMessages } from "#app/ui/messages";
import { MoneyLine, MoneyLines } from "#app/ui/money-line";

/** Paying cash: everything, once, and when. */
export function CashFigures() {
  const { worksheet } = useDeal();
  const t = useMessages(financeMessages);
  const sentenceOf = useColumnRefusal();
  const cash = worksheet?.cash;
  if (!cash) return null;
  if (!cash.ok) return <p className="rounded-block bg-warn-ground px-4 py-3 text-warn">{sentenceOf(cash)}</p>;
  return (
    <div className="rounded-block border border-line bg-surface max-sm:rounded-sheet py-2">
      <p className="px-4 py-1 text-ink-2">{t("cash.note")}</p>
      <MoneyLines>
        <MoneyLine kind="result" label={t("cash.total")} amount={cash.balanceDue} />
        <MoneyLine label={t("cash.down")} amount={cash.cashDown} />
        <MoneyLine label={t("cash.rest")} amount={cash.dueAtDelivery} />
        {cash.paidToCustomer > 0 ? <MoneyLine label={t("cash.back")} amount={cash.paidToCustomer} /> : null}
      </MoneyLines>
    </div>
  );
}
