import { CircleCheck, CircleX, CreditCard, Undo2 } from "lucide-react";
import type { FormEvent, ReactNode } from "react";
import { depositMessages } from "#app/deal-card/deposit/deposit-messages";
import { Disclosure } from "#app/deal-card/disclosure";
import { useActionReader } from "#app/deal-card/summary/next-step-action";
import { useDeal } from "#app/deal-card/use-deal";
import { useSend } from "#app/deal-card/use-send";
import { Button } from "#app/ui/button";
import { cx } from "#app/ui/class-names";
import { useMessages } from "#app/ui/messages";
import { TextAreaField } from "#app/ui/text-field";
import { useFormat } from "#app/ui/use-format";
import { permissionFor } from "#machines/deal/deal-permissions";

/** Where the money is, in a sentence, and what can be done about it. */
export function DepositState() {
  const { view } = useDeal();
  const t = useMessages(depositMessages);
  const format = useFormat();
  const { deposit, store } = view.card;
  // What the store kept never went back.
  const whole = deposit.amount ?? store.deposit.amount;
  const amount = format.money(
    deposit.status === "held" ? whole - deposit.returned - deposit.forfeited : whole - deposit.forfeited,
    { cents: "whenAny" },
  );
  switch (deposit.status) {
    case "none":
      return null;
    case "checkingOut":
      return (
        <StateNote
          icon={<CreditCard aria-hidden />}
          title={t(deposit.bankAsked ? "state.bankAsked" : "state.checkingOut")}
        >
          {t(deposit.bankAsked ? "state.bankAskedNote" : "state.checkingOutNote")}
        </StateNote>
      );
    case "held":
      return (
        <>
          <StateNote
            tone="good"
            icon={<CircleCheck aria-hidden />}
            title={t("state.held", { until: deposit.holdUntil ? format.dateTime(deposit.holdUntil, "weekday") : "" })}
          >
            {t("state.heldNote", {
              amount,
              funds: deposit.takenBy ? "desk" : (deposit.funds ?? "captured"),
              time: deposit.heldAt ? format.dateTime(deposit.heldAt) : "",
            })}
          </StateNote>
          {store.deposit.refundable === false ? null : <RefundRequest />}
        </>
      );
    case "failed":
      return (
        <StateNote tone="bad" icon={<CircleX aria-hidden />} title={t("state.failed")}>
          {t("state.failedNote")}
        </StateNote>
      );
    case "refunding":
      return (
        <StateNote icon={<Undo2 aria-hidden />} title={t("state.refunding", { amount })}>
          {t("state.refundingNote")}
        </StateNote>
      );
    case "refunded":
      return (
        <StateNote icon={<Undo2 aria-hidden />} title={t("state.refunded", { amount })}>
          {t("state.refundedNote")}
        </StateNote>
      );
    case "forfeited":
      return (
        <StateNote
          icon={<Undo2 aria-hidden />}
          title={t("state.forfeited", { amount: format.money(deposit.forfeited, { cents: "whenAny" }) })}
        >
          {t("state.forfeitedNote")}
        </StateNote>
      );
    case "released":
      return (
        <StateNote icon={<Undo2 aria-hidden />} title={t("state.released", { amount })}>
          {t("state.releasedNote", { reason: deposit.releaseReason ?? "dealClosed" })}
        </StateNote>
      );
  }
}

const toneClass = { plain: "bg-ground text-ink-2", good: "bg-pos-ground text-pos", bad: "bg-neg-ground text-neg" };

interface StateNoteProps {
  icon: ReactNode;
  title: string;
  tone?: keyof typeof toneClass;
  children: ReactNode;
}

function StateNote({ icon, title, tone = "plain", children }: StateNoteProps) {
  return (
    <div role="status" className={cx("mt-3 flex gap-3 rounded-block px-4 py-3", toneClass[tone])}>
      <span className="shrink-0 [&_svg]:size-5 [&_svg]:stroke-[1.75]">{icon}</span>
      <p>
        <span className="block font-semibold">{title}</span>
        {children}
      </p>
    </div>
  );
}

function RefundRequest() {
  const t = useMessages(depositMessages);
  const { role } = useActionReader();
  const { busy, act } = useSend();
  if (!permissionFor("deposit.refundRequested").by.includes(role)) return null;
  const ask = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const reason = String(new FormData(event.currentTarget).get("reason") ?? "").trim();
    void act({ type: "deposit.refundRequested", reason });
  };
  return (
    <div className="mt-3">
      <Disclosure title={t("refund.open")}>
        <form onSubmit={ask} className="flex flex-col items-start gap-3">
          <TextAreaField
            name="reason"
            label={t("refund.reason")}
            hint={t("refund.hint")}
            required
            maxLength={1000}
            className="w-full"
          />
          <Button type="submit" busy={busy}>
            {t("refund.send")}
          </Button>
        </form>
      </Disclosure>
    </div>
  );
}
