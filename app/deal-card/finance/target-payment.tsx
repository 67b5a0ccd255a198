import { useMemo, type ReactNode } from "react";
import { useCardPanel } from "#app/deal-card/card-panels";
import { targetMessages } from "#app/deal-card/finance/target-messages";
import { waysToPayment } from "#app/deal-card/finance/ways-to-payment";
import { LivePlace } from "#app/deal-card/live-place";
import { useReaderVoice } from "#app/deal-card/reader-voice";
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
  const target = useLiveValue<Cents | null>("targetPayment", view.card.finance.targetPayment, (targetPayment) => ({
    type: "finance.targetPaymentSet",
    targetPayment,
  }));
  return (
    <LivePlace field="targetPayment">
      <section className="rounded-block bg-ground p-4 max-sm:rounded-sheet max-sm:border max-sm:border-line max-sm:bg-surface">
        <h3 className="text-16">{t("title", { ...voice })}</h3>
        <MoneyField
          {...target.frame}
          label={t("label")}
          className="mt-3 w-40"
          look="figure"
          value={target.value ?? noCents}
          onCommit={(amount) => target.set(amount === 0 ? null : cents(amount))}
        />
        {target.value ? <Ways target={target.value} /> : <p className="mt-3 text-13 text-ink-2">{t("none")}</p>}
      </section>
    </LivePlace>
  );
}

function Ways({ target }: { target: Cents }) {
  const { view } = useDeal();
  const { openPanel } = useCardPanel();
  const t = useMessages(targetMessages);
  const format = useFormat();
  const ways = useMemo(() => waysToPayment(view, target), [view, target]);
  if (!ways) return null;
  const { there, cash, term, price } = ways;
  if (there !== null) return <p className="mt-3 font-medium">{t("already", { payment: format.money(there) })}</p>;
  return (
    <ul className="mt-3 divide-y divide-line border-y border-line">
      <Way
        title={cash ? t("cash", { amount: format.money(cash.cashDown, { cents: "whenAny" }) }) : null}
        none={t("outOfReach.cash")}
        edit={cash && { type: "finance.cashDownSet", cashDown: cash.cashDown }}
      >
        {cash ? t("cashNote", { payment: format.money(cash.payment), months: cash.termMonths }) : null}
      </Way>
      {term === "notForLease" ? null : (
        <Way
          title={term ? t("term", { months: term.termMonths }) : null}
          none={t("outOfReach.term")}
          edit={term && { type: "finance.termChosen", termMonths: term.termMonths }}
        >
          {term
            ? t(term.totalDifference > 0 ? "termMore" : "termLess", {
                payment: format.money(term.payment),
                total: format.money(Math.abs(term.totalDifference)),
              })
            : null}
        </Way>
      )}
      <Way
        title={price ? t("price", { amount: format.money(price.sellingPrice, { cents: "whenAny" }) }) : null}
        none={t("outOfReach.price")}
        action={
          <Button size="small" onClick={() => openPanel("swap")}>
            {t("look")}
          </Button>
        }
      >
        {price ? t("priceNote", { payment: format.money(price.payment) }) : null}
      </Way>
    </ul>
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
