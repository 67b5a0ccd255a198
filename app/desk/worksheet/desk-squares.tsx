import { worksheetMessages } from "#app/desk/worksheet/worksheet-messages";
import { StandingDeal, useDeskDraft } from "#app/desk/worksheet/desk-draft";
import { FieldOf } from "#app/desk/worksheet/field-of";
import { useColumnRefusal } from "#app/deal-card/column-refusal-messages";
import { amountOf } from "#app/deal-card/staff-amount";
import { useDeal } from "#app/deal-card/use-deal";
import { usePriceLimit } from "#app/deal-card/vehicle/price-stack";
import { FourSquare, Square } from "#app/ui/four-square";
import { MoneyField } from "#app/ui/live-field";
import { useMessages } from "#app/ui/messages";
import { Money } from "#app/ui/money";
import { useFormat } from "#app/ui/use-format";
import { termsFigures } from "#machines/deal/deal-terms";
import { describedTrades } from "#machines/deal/deal-trades";
import { staffFigures } from "#machines/deal/deal-view";
import { cents } from "#machines/money/cents";
import { effectiveAllowance } from "#machines/stages/trade";

/** Price, allowance, cash down and payment, typed in place; plum below what a customer never sees. */
export function DeskSquares() {
  const t = useMessages(worksheetMessages);
  return (
    <FourSquare label={t("square.label")}>
      <PriceSquare />
      <TradeSquare />
      <CashSquare />
      <PaymentSquare />
    </FourSquare>
  );
}

function PriceSquare() {
  const { view } = useDeal();
  const t = useMessages(worksheetMessages);
  const format = useFormat();
  const { terms, change } = useDeskDraft();
  const { vehicle } = view.card.vehicle;
  const cost = amountOf(staffFigures(view).cost?.vehicleCost);
  const limit = usePriceLimit();
  return (
    <Square
      label={t("square.price")}
      hint={
        vehicle ? t("square.advertised", { amount: format.money(vehicle.advertisedPrice, { cents: "whenAny" }) }) : null
      }
      staff={
        cost === null && limit === null ? null : (
          <span className="flex flex-wrap justify-between gap-x-3">
            {cost === null ? (
              <span />
            ) : (
              <span>{t("square.cost", { amount: format.money(cost, { cents: "never" }) })}</span>
            )}
            {limit === null ? null : <span>{t("square.limit", { amount: limit })}</span>}
          </span>
        )
      }
    >
      <FieldOf field="sellingPrice" value={terms.sellingPrice} onSend={(sellingPrice) => change({ sellingPrice })}>
        {(frame, value, commit) => (
          <MoneyField
            {...frame}
            label={t("square.price")}
            hideLabel
            look="figure"
            value={value}
            onCommit={(amount) => commit(cents(amount))}
          />
        )}
      </FieldOf>
    </Square>
  );
}

/** The first car's allowance; each further car has a row of its own below the squares. */
function TradeSquare() {
  const { view } = useDeal();
  const t = useMessages(worksheetMessages);
  const first = describedTrades(view.card)[0];
  if (!first)
    return (
      <Square label={t("square.trade")} hint={t("square.noTradeHint")}>
        <span className="text-ink-3">{t("square.noTrade")}</span>
      </Square>
    );
  return (
    <Square label={t("square.trade")} hint={<EquityHint car={first.car} />} staff={<Worth car={first.car} />}>
      <AllowanceField car={first.car} />
    </Square>
  );
}

export function AllowanceField({ car, label }: { car: number; label?: string }) {
  const { view } = useDeal();
  const t = useMessages(worksheetMessages);
  const { terms, change } = useDeskDraft();
  const trade = describedTrades(view.card).find((one) => one.car === car)?.trade;
  const thought = terms.allowances.find((one) => one.car === car)?.allowance;
  const shown = thought ?? (trade?.offer?.answer === "open" ? trade.offer.allowance : undefined);
  const allowance = shown ?? (trade ? effectiveAllowance(trade)?.allowance : undefined) ?? cents(0);
  const others = terms.allowances.filter((one) => one.car !== car);
  return (
    <FieldOf
      field="tradeOffer"
      value={allowance}
      onSend={(amount) => change({ allowances: [...others, { car, allowance: amount }] })}
    >
      {(frame, value, commit) => (
        <MoneyField
          {...frame}
          label={label ?? t("square.trade")}
          hideLabel={label === undefined}
          look={label === undefined ? "figure" : "field"}
          value={value}
          onCommit={(amount) => commit(cents(amount))}
        />
      )}
    </FieldOf>
  );
}

function EquityHint({ car }: { car: number }) {
  const { view, worksheet } = useDeal();
  const t = useMessages(worksheetMessages);
  const format = useFormat();
  const { mode } = useDeskDraft();
  const offer = describedTrades(view.card).find((one) => one.car === car)?.trade.offer;
  if (mode === "live" && offer?.answer === "open") return t("square.offered");
  return t("square.equity", { amount: format.money(worksheet?.tradeEquity ?? 0, { cents: "whenAny" }) });
}

/** What the car is worth to the store, and by how much it is credited over that. */
function Worth({ car }: { car: number }) {
  const { view } = useDeal();
  const format = useFormat();
  const t = useMessages(worksheetMessages);
  const acv = staffFigures(view).appraisals[car - 1]?.acv ?? null;
  const trade = describedTrades(view.card).find((one) => one.car === car)?.trade;
  const credited = trade && effectiveAllowance(trade);
  if (acv === null || !credited) return null;
  const over = credited.allowance - acv;
  return (
    <span className="flex justify-between gap-3">
      <span>{t("square.acv", { amount: format.money(acv, { cents: "whenAny" }) })}</span>
      <span>{format.money(over, { cents: "whenAny", sign: "always" })}</span>
    </span>
  );
}

function CashSquare() {
  const { view } = useDeal();
  const t = useMessages(worksheetMessages);
  const format = useFormat();
  const { terms, change } = useDeskDraft();
  const minimum = amountOf(staffFigures(view).minimumCashDown);
  return (
    <Square
      label={t("square.cashDown")}
      staff={minimum === null ? null : t("square.minimum", { amount: format.money(minimum, { cents: "whenAny" }) })}
    >
      <FieldOf field="cashDown" value={terms.cashDown} onSend={(cashDown) => change({ cashDown })}>
        {(frame, value, commit) => (
          <MoneyField
            {...frame}
            label={t("square.cashDown")}
            hideLabel
            look="figure"
            value={value}
            onCommit={(amount) => commit(cents(amount))}
          />
        )}
      </FieldOf>
    </Square>
  );
}

function PaymentSquare() {
  const { worksheet } = useDeal();
  const t = useMessages(worksheetMessages);
  const format = useFormat();
  const sentenceOf = useColumnRefusal();
  const note = usePaymentNote();
  const figures = worksheet && termsFigures(worksheet);
  if (!worksheet || !figures)
    return (
      <Square
        label={t("square.payment")}
        hint={worksheet && !worksheet.chosen.ok ? sentenceOf(worksheet.chosen) : undefined}
      >
        <span className="text-ink-3">{t("square.open")}</span>
      </Square>
    );
  const { payment, cashDue, totalCost } = figures;
  return (
    <Square
      label={t("square.payment")}
      hint={payment === null ? t("square.once") : t("square.first", { total: format.money(totalCost) })}
      staff={note}
    >
      <Money amount={payment ?? cashDue} live />
    </Square>
  );
}

/** While something else is tried, the payment that the customer still sees; else the one they named. */
function usePaymentNote() {
  const { view } = useDeal();
  const t = useMessages(worksheetMessages);
  const format = useFormat();
  const { mode } = useDeskDraft();
  const { targetPayment } = view.card.finance;
  if (mode === "whatIf")
    return (
      <StandingDeal>
        <LivePayment />
      </StandingDeal>
    );
  return targetPayment === null
    ? null
    : t("square.target", { amount: format.money(targetPayment, { cents: "whenAny" }) });
}

function LivePayment() {
  const { worksheet } = useDeal();
  const t = useMessages(worksheetMessages);
  const format = useFormat();
  const figures = worksheet && termsFigures(worksheet);
  if (!figures) return null;
  return t("square.standing", { amount: format.money(figures.payment ?? figures.cashDue) });
}
