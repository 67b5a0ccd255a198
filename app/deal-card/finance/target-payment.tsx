import { useMemo, useState, type ReactNode } from "react";
import { useCardPanel } from "#app/deal-card/card-panels";
import { targetMessages } from "#app/deal-card/finance/target-messages";
import { wayFromSigning, waysToPayment } from "#app/deal-card/finance/ways-to-payment";
import { LivePlace } from "#app/deal-card/live-place";
import { useReaderVoice } from "#app/deal-card/reader-voice";
import { leasedFrame, useFieldLease } from "#app/deal-card/together/use-field-lease";
import { useDeal } from "#app/deal-card/use-deal";
import { useLiveValue } from "#app/deal-card/use-live-value";
import { useSend } from "#app/deal-card/use-send";
import { Button } from "#app/ui/button";
import { MoneyField } from "#app/ui/live-field";
import { useMessages } from "#app/ui/messages";
import { useFormat } from "#app/ui/use-format";
import type { DealEdit } from "#machines/deal/deal-events";
import { cents, noCents, type Cents } from "#machines/money/cents";

/** From the payment back to the deal: each way there with what it costs, none of them recommended. */
export function TargetPayment() {
  const { view } = useDeal();
  const t = useMessages(targetMessages);
  const voice = useReaderVoice();
  const target = useLiveValue<Cents | null>(
    "targetPayment",
    view.card.finance.targetPayment,
    (targetPayment) => ({ type: "finance.targetPaymentSet", targetPayment }),
    { keepsRefused: true },
  );
  const lease = useFieldLease("targetPayment");
  return (
    <LivePlace field="targetPayment">
      <section className="rounded-block bg-ground p-4 max-sm:rounded-sheet max-sm:border max-sm:border-line max-sm:bg-surface">
        <h3 className="text-16">{t("title", { ...voice })}</h3>
        <MoneyField
          {...leasedFrame(target.frame, lease)}
          label={t("label")}
          className="mt-3 w-40"
          look="figure"
          value={target.value ?? noCents}
          onCommit={(amount) => target.set(amount === 0 ? null : cents(amount))}
        />
        {target.value ? <Ways target={target.value} /> : <p className="mt-3 text-13 text-ink-2">{t("none")}</p>}
        {view.card.finance.method === "lease" ? <CashAtSigning /> : null}
      </section>
    </LivePlace>
  );
}

function Ways({ target }: { target: Cents }) {
  const { view, openStage } = useDeal();
  const { openPanel } = useCardPanel();
  const t = useMessages(targetMessages);
  const format = useFormat();
  const ways = useMemo(() => waysToPayment(view, target), [view, target]);
  if (!ways) return null;
  const { there, cash, term, rate, trade, price } = ways;
  if (there !== null) return <p className="mt-3 font-medium">{t("already", { payment: format.money(there) })}</p>;
  const round = (amount: Cents) => format.money(amount, { cents: "whenAny" });
  return (
    <ul className="mt-3 divide-y divide-line border-y border-line">
      <Way
        title={cash ? t("cash", { amount: round(cash.cashDown) }) : null}
        none={t("outOfReach.cash")}
        edit={cash && { type: "finance.cashDownSet", cashDown: cash.cashDown }}
      >
        {cash ? t("cashNote", { payment: format.money(cash.payment), months: cash.termMonths }) : null}{" "}
        <InAll way={cash} />
      </Way>
      {term === "notForLease" ? null : (
        <Way
          title={term ? t("term", { months: term.termMonths }) : null}
          none={t("outOfReach.term")}
          edit={term && { type: "finance.termChosen", termMonths: term.termMonths }}
        >
          {term ? t("termNote", { payment: format.money(term.payment) }) : null} <InAll way={term} />
        </Way>
      )}
      <Way
        title={trade ? t("trade", { amount: round(trade.allowance) }) : null}
        none={t("outOfReach.trade")}
        action={
          <Button size="small" onClick={() => openStage("trade")}>
            {t("value")}
          </Button>
        }
      >
        {trade ? t("tradeNote", { payment: format.money(trade.payment) }) : null}
      </Way>
      <Way
        title={price ? t("price", { amount: round(price.sellingPrice) }) : null}
        none={t("outOfReach.price")}
        action={
          <Button size="small" onClick={() => openPanel("swap")}>
            {t("look")}
          </Button>
        }
      >
        {price ? t("priceNote", { payment: format.money(price.payment) }) : null} <InAll way={price} />
      </Way>
      {rate === "notForLease" ? null : (
        <Way title={rate ? t("rate", { rate: format.percent(rate.contractRate) }) : null} none={t("outOfReach.rate")}>
          {rate ? t("rateNote", { payment: format.money(rate.payment) }) : null} <InAll way={rate} />
        </Way>
      )}
    </ul>
  );
}

/** What the way costs or saves in all: a lower payment is never shown without it. */
function InAll({ way }: { way: { totalDifference: Cents | null } | null }) {
  const t = useMessages(targetMessages);
  const format = useFormat();
  if (!way || way.totalDifference === null) return null;
  const { totalDifference } = way;
  const move = totalDifference > 0 ? "more" : totalDifference < 0 ? "less" : "same";
  return t("inAll", { move, total: format.money(Math.abs(totalDifference)) });
}

/** A lease from the other end: so much on the day, everything in it. What is typed here stays here until it is taken. */
function CashAtSigning() {
  const { view } = useDeal();
  const t = useMessages(targetMessages);
  const format = useFormat();
  const [target, setTarget] = useState<Cents | null>(null);
  const found = useMemo(() => (target === null ? null : wayFromSigning(view, target)), [view, target]);
  const { busy, act } = useSend();
  return (
    <div className="mt-4 flex flex-wrap items-end gap-x-4 gap-y-2">
      <MoneyField
        label={t("signing.label")}
        className="w-40"
        value={target ?? noCents}
        onCommit={(amount) => setTarget(amount === 0 ? null : cents(amount))}
      />
      <p aria-live="polite" className="min-h-6 min-w-0 flex-1 basis-48 text-13 text-ink-2">
        {target === null
          ? null
          : found
            ? t("signing.found", { amount: format.money(found.cashDown), payment: format.money(found.payment) })
            : t("outOfReach.signing")}
      </p>
      {found ? (
        <Button
          size="small"
          busy={busy}
          onClick={() => void act({ type: "finance.cashDownSet", cashDown: found.cashDown })}
        >
          {t("take")}
        </Button>
      ) : null}
    </div>
  );
}

interface WayProps {
  title: string | null;
  none: string;
  edit?: DealEdit | null;
  action?: ReactNode;
  children: ReactNode;
}

function Way({ title, none, edit, action, children }: WayProps) {
  const t = useMessages(targetMessages);
  const { busy, act } = useSend();
  if (title === null) return <li className="py-2.5 text-13 text-ink-3">{none}</li>;
  return (
    <li className="flex items-center justify-between gap-4 py-2.5">
      <p>
        <span className="block font-semibold">{title}</span>
        <span className="block text-13 text-ink-2">{children}</span>
      </p>
      {edit ? (
        <Button size="small" busy={busy} onClick={() => void act(edit)}>
          {t("take")}
        </Button>
      ) : (
        action
      )}
    </li>
  );
}
