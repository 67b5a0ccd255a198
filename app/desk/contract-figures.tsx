import type { ReactNode } from "react";
import { useMessages } from "#app/ui/messages";
import { Money } from "#app/ui/money";
import { MoneyLine } from "#app/ui/money-line";
import { Sheet, SheetHead } from "#app/ui/sheet";
import { useFormat } from "#app/ui/use-format";
import type { CashColumn, FinanceColumn, LeaseColumn, MoneyLine as Line } from "#machines/desking/worksheet";
import type { Cents } from "#machines/money/cents";
import { ContractLine } from "./contract-line";
import { useContractLineLabel } from "./contract-line-label";
import type { FinanceDealData } from "./desk-data";
import { contractMessages } from "./contract-messages";

/** The contract's own words and amounts, from the worksheet: nothing is worked out here. */
export function ContractFigures({ deal }: { deal: FinanceDealData }) {
  const t = useMessages(contractMessages);
  const { worksheet, frozen } = deal;
  const chosen = worksheet?.chosen;
  return (
    <Sheet padding="none" className="overflow-clip">
      <SheetHead
        level={3}
        title={t("figures.title")}
        aside={
          <span className="text-13 text-ink-3">
            {deal.life === "open" || frozen.revision === null
              ? t("figures.estimate")
              : t("figures.frozen", { revision: String(frozen.revision) })}
          </span>
        }
        className="border-b border-line px-4 py-3"
      />
      {!chosen ? <p className="px-4 py-4 text-ink-2">{t("figures.none")}</p> : null}
      {chosen && !chosen.ok ? <p className="px-4 py-4 text-neg">{chosen.sentence}</p> : null}
      {chosen?.ok && chosen.method === "finance" ? <FinanceFigures column={chosen} deal={deal} /> : null}
      {chosen?.ok && chosen.method === "lease" ? <LeaseFigures column={chosen} deal={deal} /> : null}
      {chosen?.ok && chosen.method === "cash" ? <CashFigures column={chosen} deal={deal} /> : null}
    </Sheet>
  );
}

interface ColumnProps<Column> {
  column: Column;
  deal: FinanceDealData;
}

function FinanceFigures({ column, deal }: ColumnProps<FinanceColumn>) {
  const t = useMessages(contractMessages);
  const format = useFormat();
  return (
    <>
      <FigureBox>
        <Figure name={t("figures.apr")} gloss={t("figures.aprGloss")}>
          <span className="figures">{format.percent(Number(column.aprDisclosed) * 10_000)}</span>
        </Figure>
        <Figure name={t("figures.financeCharge")} gloss={t("figures.financeChargeGloss")}>
          <Money amount={column.financeCharge} />
        </Figure>
        <Figure name={t("figures.amountFinanced")} gloss={t("figures.amountFinancedGloss")}>
          <Money amount={column.amountFinanced} />
        </Figure>
        <Figure name={t("figures.totalOfPayments")} gloss={t("figures.totalOfPaymentsGloss")}>
          <Money amount={column.totalOfPayments} />
        </Figure>
      </FigureBox>
      <PaymentLine
        amount={column.payment}
        detail={[
          t("figures.schedule", {
            count: column.numberOfPayments,
            date: format.date(column.firstPaymentDate, "long"),
          }),
          column.finalPayment === column.payment
            ? null
            : t("figures.lastPayment", { amount: format.money(column.finalPayment) }),
        ]}
      />
      <Itemised title={t("figures.itemised")} lines={column.lines} deal={deal}>
        <MoneyLine kind="result" label={t("figures.amountFinanced")} amount={column.amountFinanced} />
        <MoneyLine label={t("figures.totalSale")} amount={column.totalSalePrice} />
        <MoneyLine label={t("figures.dueAtSigning")} amount={column.cashDueAtSigning} />
      </Itemised>
    </>
  );
}

function LeaseFigures({ column, deal }: ColumnProps<LeaseColumn>) {
  const t = useMessages(contractMessages);
  const format = useFormat();
  const { termMonths, milesPerYear } = column;
  return (
    <>
      <FigureBox>
        <Figure name={t("figures.dueAtSigning")}>
          <Money amount={column.cashDueAtSigning} />
        </Figure>
        <Figure name={t("figures.residual")}>
          <Money amount={column.residual} />
        </Figure>
        <Figure name={t("figures.rentCharge")}>
          <Money amount={column.rentCharge} />
        </Figure>
        <Figure name={t("figures.totalOfPayments")}>
          <Money amount={column.totalOfPayments} />
        </Figure>
      </FigureBox>
      <PaymentLine
        amount={column.payment}
        detail={[t("figures.leaseTitle", { months: termMonths, miles: format.number(milesPerYear) })]}
      />
      <Itemised title={t("figures.capItemised")} lines={column.lines} deal={deal}>
        <MoneyLine kind="result" label={t("figures.adjustedCapCost")} amount={column.adjustedCapCost} />
      </Itemised>
    </>
  );
}

function CashFigures({ column, deal }: ColumnProps<CashColumn>) {
  const t = useMessages(contractMessages);
  return (
    <>
      <FigureBox>
        <Figure name={t("figures.balanceDue")}>
          <Money amount={column.balanceDue} />
        </Figure>
        <Figure name={t("figures.dueAtDelivery")}>
          <Money amount={column.dueAtDelivery} />
        </Figure>
        {column.paidToCustomer > 0 ? (
          <Figure name={t("figures.paidToCustomer")}>
            <Money amount={column.paidToCustomer} />
          </Figure>
        ) : null}
      </FigureBox>
      <Itemised title={t("figures.cashItemised")} lines={column.lines} deal={deal}>
        <MoneyLine kind="result" label={t("figures.dueAtDelivery")} amount={column.dueAtDelivery} />
      </Itemised>
    </>
  );
}

/** The law's figures in one bordered row, hairlines between. */
function FigureBox({ children }: { children: ReactNode }) {
  return (
    <dl className="grid grid-cols-2 gap-px border-b border-line bg-line @xl:auto-cols-fr @xl:grid-flow-col @xl:grid-cols-none">
      {children}
    </dl>
  );
}

function Figure({ name, gloss, children }: { name: string; gloss?: string; children: ReactNode }) {
  return (
    <div className="bg-surface px-4 py-3">
      <dt className="text-12 text-ink-2">{name}</dt>
      <dd className="text-16 font-semibold">{children}</dd>
      {gloss ? <dd className="text-12 text-ink-3">{gloss}</dd> : null}
    </div>
  );
}

function PaymentLine({ amount, detail }: { amount: Cents; detail: readonly (string | null)[] }) {
  const t = useMessages(contractMessages);
  return (
    <div className="flex flex-wrap items-baseline justify-between gap-x-4 border-b border-line px-4 py-3">
      <p>
        <span className="font-semibold">{t("figures.payment")}</span>{" "}
        <span className="text-13 text-ink-3">{detail.filter(Boolean).join(". ")}</span>
      </p>
      <Money amount={amount} className="text-20 font-semibold" />
    </div>
  );
}

interface ItemisedProps {
  title: string;
  lines: readonly Line[];
  deal: FinanceDealData;
  children: ReactNode;
}

function Itemised({ title, lines, deal, children }: ItemisedProps) {
  const labelOf = useContractLineLabel(deal.productKinds);
  return (
    <div className="py-2">
      <h4 className="px-4 py-1.5 text-12 font-medium text-ink-3">{title}</h4>
      {lines.map((line) => (
        <ContractLine key={line.code} line={line} labelOf={labelOf} overrides={deal.overrides} />
      ))}
      <hr className="mx-4 my-1.5 border-line" />
      {children}
    </div>
  );
}
