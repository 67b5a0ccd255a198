import type { ReactNode } from "react";
import { balanceMessages } from "#app/deal-card/deposit/balance-messages";
import { LivePlace } from "#app/deal-card/live-place";
import { PanelSection } from "#app/deal-card/stage-panel";
import { useDeal } from "#app/deal-card/use-deal";
import { cx } from "#app/ui/class-names";
import { useMessages } from "#app/ui/messages";
import { Money } from "#app/ui/money";
import { useFormat } from "#app/ui/use-format";
import { balanceDue } from "#machines/deal/balance-due";
import { type Tender, tenderKept } from "#machines/stages/tender";

/** What is due, every payment with its receipt, and what is left: the same for both sides of the desk. */
export function PaidSoFar() {
  const { view, worksheet } = useDeal();
  const t = useMessages(balanceMessages);
  const format = useFormat();
  const { tenders, finance } = view.card;
  const balance = balanceDue(view.card, worksheet?.chosen);
  if (!balance) return <p className="text-13 text-ink-3">{t("notKnown")}</p>;
  const open = tenders.promises.filter(({ status }) => status === "open");
  return (
    <PanelSection title={t("title")}>
      <LivePlace field="tenders" byLine tint={false}>
        <dl className="flex flex-col" aria-live="polite">
          <BalanceLine
            label={
              balance.afterReturn
                ? t(balance.due < 0 ? "owedAfterReturn" : "afterReturn")
                : t("due", { method: finance.method })
            }
            amount={balance.due}
          />
          {balance.deposit > 0 ? (
            <BalanceLine
              label={t("deposit")}
              amount={-balance.deposit}
              receipt={<ReceiptLink of="deposit" amount={balance.deposit} name={t("deposit")} />}
            />
          ) : null}
          {tenders.list.map((tender) => (
            <TenderLine key={tender.number} tender={tender} />
          ))}
          {balance.settled === 0 ? null : (
            <BalanceLine label={t(balance.settled > 0 ? "settled" : "takenAtReturn")} amount={balance.settled} />
          )}
          <div className="my-1 border-t border-line" />
          {balance.over > 0 ? (
            <BalanceLine strong label={t(balance.afterReturn ? "owedBack" : "over")} amount={balance.over} />
          ) : (
            <BalanceLine
              strong
              label={t(balance.left > 0 ? "left" : balance.afterReturn ? "closed" : "nothingLeft")}
              amount={balance.left}
            />
          )}
        </dl>
        {open.length > 0 ? (
          <p className="mt-1 text-13 text-ink-2">
            {t("promises")}:{" "}
            {open
              .map(({ amount, dueOn }) =>
                t("promised", { amount: format.money(amount, { cents: "whenAny" }), day: format.date(dueOn) }),
              )
              .join(", ")}
          </p>
        ) : null}
      </LivePlace>
    </PanelSection>
  );
}

type CardTender = Omit<Tender, "reference" | "by" | "returns"> & { returns: { amount: Tender["amount"] }[] };

function TenderLine({ tender }: { tender: CardTender }) {
  const t = useMessages(balanceMessages);
  const format = useFormat();
  const back = tender.returns.reduce((sum, { amount }) => sum + amount, 0);
  const name = t(`method.${tender.method}`);
  return (
    <BalanceLine
      label={
        <>
          {name} <span className="text-12 text-ink-3">{format.dateTime(tender.at)}</span>
          {back > 0 ? (
            <span className="block text-12 text-ink-3">
              {t("back", { amount: format.money(back, { cents: "whenAny" }) })}
            </span>
          ) : null}
        </>
      }
      amount={-tenderKept(tender)}
      receipt={<ReceiptLink of={String(tender.number)} amount={tender.amount} name={name} />}
    />
  );
}

function ReceiptLink({ of, amount, name }: { of: string; amount: number; name: string }) {
  const { dealId } = useDeal();
  const t = useMessages(balanceMessages);
  const format = useFormat();
  return (
    <a
      href={`/deals/${dealId}/receipt.pdf?of=${of}`}
      target="_blank"
      rel="noreferrer"
      className="touch-target link text-13"
      aria-label={t("receiptOf", { amount: format.money(amount, { cents: "whenAny" }), method: name })}
    >
      {t("receipt")}
    </a>
  );
}

interface BalanceLineProps {
  label: ReactNode;
  amount: number;
  receipt?: ReactNode;
  strong?: boolean;
}

function BalanceLine({ label, amount, receipt, strong = false }: BalanceLineProps) {
  return (
    <div className={cx("flex min-h-9 items-center gap-3 py-1", strong && "font-semibold")}>
      <dt className="min-w-0 flex-1">{label}</dt>
      {receipt ? <dd className="shrink-0">{receipt}</dd> : null}
      <dd className="w-28 shrink-0 text-right">
        <Money amount={amount} ink={strong ? undefined : "plain"} />
      </dd>
    </div>
  );
}
