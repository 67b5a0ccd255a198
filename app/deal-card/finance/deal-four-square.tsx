import { cardStaffMessages } from "#app/deal-card/card-staff-messages";
import { financeMessages } from "#app/deal-card/finance/finance-messages";
import { amountOf } from "#app/deal-card/staff-amount";
import { useStaffSight } from "#app/deal-card/staff-sight";
import { leasedFrame, useFieldLease } from "#app/deal-card/together/use-field-lease";
import { useDeal } from "#app/deal-card/use-deal";
import { useLiveValue } from "#app/deal-card/use-live-value";
import { FourSquare, Square } from "#app/ui/four-square";
import { MoneyField } from "#app/ui/live-field";
import { useMessages } from "#app/ui/messages";
import { Money } from "#app/ui/money";
import { useFormat } from "#app/ui/use-format";
import { numbersFrom, staffFigures } from "#machines/deal/deal-view";
import { appraisedWorth } from "#machines/deal/trade-worth";
import { worksheetInputs } from "#machines/deal/deal-worksheet";
import { fourSquare, type FourSquare as Squares } from "#machines/desking/four-square";
import { cents } from "#machines/money/cents";

/** Price, trade, cash down and payment; cash down is typed in place, the others lead to their stage. */
export function DealFourSquare() {
  const { view, worksheet, openStage } = useDeal();
  const t = useMessages(financeMessages);
  const format = useFormat();
  const staff = useSquareStaff();
  const inputs = worksheetInputs(numbersFrom(view));
  if (!worksheet || !inputs) return null;
  const { sellingPrice, trade, payment } = fourSquare(inputs, worksheet);
  const money = (amount: number) => format.money(amount, { cents: "whenAny" });
  return (
    <FourSquare label={t("square.label")}>
      <Square
        label={t("square.price")}
        hint={t("square.msrp", { amount: money(sellingPrice.msrp) })}
        onOpen={() => openStage("vehicle")}
        staff={staff.price}
      >
        <Money amount={sellingPrice.amount} live />
      </Square>
      <Square
        label={t("square.trade")}
        hint={<TradeHint trade={trade} />}
        onOpen={() => openStage("trade")}
        staff={staff.trade}
      >
        {trade ? <Money amount={trade.equity} live /> : <span className="text-ink-3">{t("square.noTrade")}</span>}
      </Square>
      <Square label={t("square.cashDown")} staff={staff.cashDown} place="cashDown">
        <CashDown />
      </Square>
      <Square label={t("square.payment")} hint={<PaymentHint payment={payment} />} staff={staff.payment}>
        {payment.ok ? <Money amount={payment.amount} live /> : <span className="text-ink-3">{t("square.open")}</span>}
      </Square>
    </FourSquare>
  );
}

function TradeHint({ trade }: { trade: Squares["trade"] }) {
  const t = useMessages(financeMessages);
  const format = useFormat();
  if (!trade) return t("square.addTrade");
  return trade.payoff > 0
    ? t("square.afterPayoff", { amount: format.money(trade.payoff, { cents: "whenAny" }) })
    : t("square.noPayoff");
}

function PaymentHint({ payment }: { payment: Squares["payment"] }) {
  const t = useMessages(financeMessages);
  const format = useFormat();
  if (!payment.ok) return null;
  if (payment.every === "once") return t("square.once");
  return payment.firstPaymentDate
    ? t("square.firstDue", { date: format.date(payment.firstPaymentDate) })
    : t("square.perMonth");
}

function CashDown() {
  const { view } = useDeal();
  const t = useMessages(financeMessages);
  const cashDown = useLiveValue(
    "cashDown",
    view.card.finance.cashDown,
    (amount) => ({ type: "finance.cashDownSet", cashDown: amount }),
    { keepsRefused: true },
  );
  const lease = useFieldLease("cashDown");
  return (
    <MoneyField
      {...leasedFrame(cashDown.frame, lease)}
      label={t("square.cashDown")}
      hideLabel
      look="figure"
      value={cashDown.value}
      onCommit={(amount) => cashDown.set(cents(amount))}
    />
  );
}

/** Second plum place: under each square what a customer must never see. */
function useSquareStaff() {
  const { view } = useDeal();
  const { seesPlum } = useStaffSight();
  const t = useMessages(cardStaffMessages);
  const format = useFormat();
  if (!seesPlum) return {};
  const figures = staffFigures(view);
  const line = (value: unknown, say: (amount: string) => string) => {
    const amount = amountOf(value);
    return amount === null ? undefined : say(format.money(amount, { cents: "whenAny" }));
  };
  const name = view.card.people.customer.firstName || t("customer");
  return {
    price: line(figures.cost?.vehicleCost, (amount) => t("cost", { amount })),
    trade: line(appraisedWorth(view), (amount) => t("acv", { amount })),
    cashDown: line(figures.minimumCashDown, (amount) => t("minimum", { amount })),
    payment: line(view.card.finance.targetPayment, (amount) => t("target", { name, amount })),
  };
}
