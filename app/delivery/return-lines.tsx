import type { ReturnStatement } from "#machines/deal/return-slice";
import { cx } from "#app/ui/class-names";
import { useMessages } from "#app/ui/messages";
import { Money } from "#app/ui/money";
import { returnDeskMessages } from "./return-desk-messages";

/** What a return comes to, line by line; every figure is the core's own. */
export function ReturnLines({ statement }: { statement: ReturnStatement }) {
  const t = useMessages(returnDeskMessages);
  const { paidIn, trades, restockingFee, mileageFee, total, byDeposit, atDesk } = statement;
  const lines: [label: string, amount: number, result?: true][] = [
    [t("paidIn"), paidIn],
    ...(trades === 0 ? [] : [[t("tradesLine"), trades] as [string, number]]),
    ...(restockingFee === 0 ? [] : [[t("restocking"), -restockingFee] as [string, number]]),
    ...(mileageFee === 0 ? [] : [[t("mileage"), -mileageFee] as [string, number]]),
    [t("total"), total, true],
    [t("byDeposit"), byDeposit],
    [t(atDesk < 0 ? "owes" : "atDesk"), Math.abs(atDesk), true],
  ];
  return (
    <dl className="rounded-block bg-ground px-4 py-2">
      {lines.map(([label, amount, result]) => (
        <div key={label} className={cx("flex items-baseline justify-between gap-4 py-1.5", result && "font-semibold")}>
          <dt>{label}</dt>
          <dd>
            <Money amount={amount} />
          </dd>
        </div>
      ))}
    </dl>
  );
}
