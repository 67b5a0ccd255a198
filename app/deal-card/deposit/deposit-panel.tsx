import { useSearchParams } from "@remix-run/react";
import { DepositState } from "#app/deal-card/deposit/deposit-state";
import { depositMessages } from "#app/deal-card/deposit/deposit-messages";
import { PaidSoFar } from "#app/deal-card/deposit/paid-so-far";
import { LivePlace } from "#app/deal-card/live-place";
import { cardPlaces } from "#app/deal-card/card-action";
import { useReaderVoice } from "#app/deal-card/reader-voice";
import { refusalMessages } from "#app/deal-card/refusal-messages";
import { useRefusalSentence } from "#app/deal-card/refusal-sentence";
import { PanelSection, StagePanel } from "#app/deal-card/stage-panel";
import { useActionReader } from "#app/deal-card/summary/next-step-action";
import { useDeal } from "#app/deal-card/use-deal";
import { useSend } from "#app/deal-card/use-send";
import { CheckboxField } from "#app/ui/choice-field";
import { useMessages } from "#app/ui/messages";
import { Money } from "#app/ui/money";
import { useFormat } from "#app/ui/use-format";
import type { RefusalCode } from "#machines/deal/deal-refusals";

/** Fifth stage: how much, for how long, how it comes back; the terms before the payment. */
export function DepositPanel() {
  const { view } = useDeal();
  const t = useMessages(depositMessages);
  const voice = useReaderVoice();
  const { deposit, store } = view.card;
  const open = ["none", "failed", "refunded", "released", "forfeited"].includes(deposit.status);
  return (
    <StagePanel title={t("title", { ...voice })} hint={t("hint")}>
      <TakenElsewhere />
      <TurnedAway />
      <LivePlace field="deposit" byLine tint={false}>
        <div className="rounded-block border border-line bg-surface max-sm:rounded-sheet p-4">
          <p className="text-12 font-medium text-ink-3">{t("amount")}</p>
          <p className="text-38 font-figure">
            <Money amount={deposit.amount ?? store.deposit.amount} cents="whenAny" />
          </p>
          <p className="text-ink-2">
            {t(store.deposit.refundable === false ? "notRefundable" : "refundable")}.{" "}
            {t("hold", { hours: store.deposit.holdHours })}.
          </p>
        </div>
        <DepositState />
      </LivePlace>
      {open || deposit.status === "checkingOut" ? <TermsAndPayment /> : null}
      <PaidSoFar />
      {open ? <WhatHappensNext /> : null}
    </StagePanel>
  );
}

/** Another deal has the car: said before anybody pays, and gone the moment it is free again. */
function TakenElsewhere() {
  const { view } = useDeal();
  const t = useMessages(depositMessages);
  const { availability } = view.card.vehicle;
  if (availability === "available") return null;
  return (
    <p role="status" className="rounded-block bg-warn-ground px-4 py-3 text-warn">
      {t(availability === "held" ? "elsewhere.held" : "elsewhere.sold")}
    </p>
  );
}

/** The payment page sent the person back: the reason stands in the address. */
function TurnedAway() {
  const t = useMessages(depositMessages);
  const [search] = useSearchParams();
  const sentenceOf = useRefusalSentence();
  const refused = search.get("refused");
  if (!refused) return null;
  const known = Object.hasOwn(refusalMessages.en, refused);
  return (
    <p role="alert" className="rounded-block bg-neg-ground px-4 py-3 text-neg">
      {known ? sentenceOf({ code: refused as RefusalCode }) : t("turnedAway")}
    </p>
  );
}

function TermsAndPayment() {
  const { view } = useDeal();
  const t = useMessages(depositMessages);
  const format = useFormat();
  const { store } = view.card;
  const values = { amount: format.money(store.deposit.amount, { cents: "whenAny" }), hours: store.deposit.holdHours };
  return (
    <PanelSection title={t("terms.title")}>
      <ol className="flex list-decimal flex-col gap-1.5 pl-5 text-ink-2 marker:text-ink-3">
        <li>{t("terms.amount", values)}</li>
        <li>{t("terms.hold", values)}</li>
        <li>{t(store.deposit.refundable === false ? "terms.mayKeep" : "terms.refund")}</li>
        <li>{t("terms.credit")}</li>
        <li>{t("terms.end")}</li>
      </ol>
      <AcceptTerms />
    </PanelSection>
  );
}

/** Accepting is a commitment of its own; paying posts to the provider's page and needs no script of ours. */
function AcceptTerms() {
  const { view, dealId } = useDeal();
  const t = useMessages(depositMessages);
  const format = useFormat();
  const voice = useReaderVoice();
  const { role } = useActionReader();
  const { busy, act } = useSend();
  const { accepted } = view.card.deposit;
  const { amount, termsVersion } = view.card.store.deposit;
  if (role !== "customer" && !accepted)
    return <p className="mt-3 text-13 text-ink-3">{t("customerPays", { ...voice })}</p>;
  return (
    <form id={cardPlaces.deposit} method="post" action={`/deals/${dealId}/deposit`} className="mt-3">
      {accepted ? (
        <p className="font-medium text-pos">{t("terms.accepted", { ...voice, time: format.dateTime(accepted.at) })}</p>
      ) : (
        <CheckboxField
          label={t("terms.accept")}
          checked={busy}
          disabled={busy}
          onChange={() => void act({ type: "deposit.termsAccepted", amount, termsVersion })}
        />
      )}
    </form>
  );
}

function WhatHappensNext() {
  const t = useMessages(depositMessages);
  return (
    <PanelSection title={t("next.title")}>
      <ul className="flex list-disc flex-col gap-1.5 pl-5 text-ink-2 marker:text-ink-3">
        <li>{t("next.pay")}</li>
        <li>{t("next.back")}</li>
        <li>{t("next.receipt")}</li>
      </ul>
    </PanelSection>
  );
}
