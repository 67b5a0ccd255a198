import { type FormEvent, useState } from "react";
import { usePersonName } from "#app/deal-card/card-people";
import { useCurrentCar } from "#app/deal-card/current-car";
import { Disclosure } from "#app/deal-card/disclosure";
import { LivePlace } from "#app/deal-card/live-place";
import { cardPlaces } from "#app/deal-card/card-action";
import { useReaderVoice } from "#app/deal-card/reader-voice";
import { useActionReader } from "#app/deal-card/summary/next-step-action";
import { OfferDifference, VerifiedLine } from "#app/deal-card/trade/offer-difference";
import { RangeBar } from "#app/deal-card/trade/range-bar";
import { tradeMessages } from "#app/deal-card/trade/trade-messages";
import { useDeal } from "#app/deal-card/use-deal";
import { useSend } from "#app/deal-card/use-send";
import { ifOfferAccepted } from "#app/deal-card/what-if";
import { Button } from "#app/ui/button";
import { OfferChip } from "#app/ui/chip";
import { MoneyField } from "#app/ui/live-field";
import { useMessages } from "#app/ui/messages";
import { Money } from "#app/ui/money";
import { MoneyLine, MoneyLineRule, MoneyLines } from "#app/ui/money-line";
import { useFormat } from "#app/ui/use-format";
import { headlineNumbers } from "#machines/deal/deal-changes";
import { payoffDay } from "#machines/deal/deal-trades";
import { isLeftOut } from "#machines/deal/deal-worksheet";
import { tradePosition } from "#machines/desking/trade-equity";
import { cents, negate, noCents } from "#machines/money/cents";
import { payoffOn } from "#machines/stages/trade-payoff";

/** The offer: the figure, until when, the range it lies in, reasons that add up to it, what is owed, what it does. */
export function TradeOffer() {
  const t = useMessages(tradeMessages);
  const format = useFormat();
  const voice = useReaderVoice();
  const nameOf = usePersonName();
  const { offer, valuation } = useCurrentCar().trade;
  if (!offer) return null;
  return (
    <LivePlace field="tradeOffer" tint={false}>
      <OfferDifference />
      <div className="rounded-block border border-line bg-surface max-sm:rounded-sheet px-4 pt-4 pb-2">
        <p className="mb-1 flex flex-wrap items-center gap-x-3 gap-y-1 text-13 text-ink-2">
          <OfferChip />
          {t("offer.goodUntil", { time: format.dateTime(offer.expiresAt, "weekday") })},{" "}
          {t("offer.by", { name: nameOf(offer.by) })}
        </p>
        <p className="text-38 font-figure">
          <Money amount={offer.allowance} cents="whenAny" live />
        </p>
        {valuation ? (
          <RangeBar
            low={valuation.low}
            high={valuation.high}
            mark={offer.allowance}
            markLabel={t("range.yours", { ...voice })}
          />
        ) : null}
        {offer.note ? <p className="mt-3 text-ink-2">“{offer.note}”</p> : null}
        <OfferConditions />
        <hr className="mt-3 border-line" />
        <OfferLines />
      </div>
      <OfferEffect />
      <OfferState />
    </LivePlace>
  );
}

/** What the offer rests on. */
function OfferConditions() {
  const { offer } = useCurrentCar().trade;
  const t = useMessages(tradeMessages);
  if (!offer || offer.conditions.length === 0) return null;
  return (
    <div className="mt-3 text-13 text-ink-2">
      <p className="font-medium">{t("offer.conditions")}</p>
      <ul className="list-disc pl-4">
        {offer.conditions.map((condition, at) => (
          <li key={at}>{condition}</li>
        ))}
      </ul>
    </div>
  );
}

function OfferLines() {
  const { card, kept } = useDeal().view;
  const { offer, lien } = useCurrentCar().trade;
  const t = useMessages(tradeMessages);
  const voice = useReaderVoice();
  if (!offer) return null;
  const { allowance } = offer;
  // An adjusted offer has its lines above, photos and all.
  const reasons = offer.adjusts ? [] : offer.reasons;
  const payoff = lien ? payoffOn(lien, payoffDay(card, !isLeftOut(kept.delivery))).amount : noCents;
  const given = reasons.reduce((sum, { amount }) => sum + amount, 0);
  const { positiveEquity, negativeEquity } = tradePosition([{ allowance, payoff }]);
  return (
    <MoneyLines className="-mx-4 py-1">
      {reasons.map(({ label, amount }, index) => (
        <MoneyLine
          key={label}
          label={label}
          amount={amount}
          cents="whenAny"
          sign={index === 0 ? "auto" : "always"}
          tone={index === 0 ? "plain" : amount < 0 ? "loss" : "gain"}
        />
      ))}
      {reasons.length > 0 && given !== allowance ? (
        <MoneyLine label={t("offer.balancing")} amount={allowance - given} cents="whenAny" sign="always" />
      ) : null}
      {reasons.length > 0 ? <MoneyLineRule /> : null}
      {reasons.length === 0 || lien ? (
        <MoneyLine label={t("offer.allowance")} amount={allowance} cents="whenAny" />
      ) : null}
      {lien ? (
        <MoneyLine label={t("offer.owe", { ...voice, lender: lien.lender })} amount={negate(payoff)} cents="whenAny" />
      ) : null}
      <MoneyLine
        kind="result"
        label={negativeEquity > 0 ? t("offer.addsTo") : t("offer.off")}
        amount={negativeEquity > 0 ? negativeEquity : positiveEquity}
        cents="whenAny"
      />
    </MoneyLines>
  );
}

/** What accepting would do to the payment, while it is still a choice. */
function OfferEffect() {
  const { view } = useDeal();
  const { car, trade } = useCurrentCar();
  const t = useMessages(tradeMessages);
  const format = useFormat();
  if (trade.offer?.answer !== "open") return null;
  const now = headlineNumbers(view);
  const then = ifOfferAccepted(view, car);
  if (now?.payment == null || then?.payment == null) return null;
  const by = then.payment - now.payment;
  const values = { amount: format.money(Math.abs(by)), payment: format.money(then.payment) };
  return (
    <p className="mt-3 font-medium">
      {by === 0 ? t("offer.effectNone") : t(by < 0 ? "offer.effectDown" : "offer.effectUp", values)}
    </p>
  );
}

function OfferState() {
  const t = useMessages(tradeMessages);
  const format = useFormat();
  const voice = useReaderVoice();
  const { role } = useActionReader();
  const { offer } = useCurrentCar().trade;
  switch (offer?.answer) {
    case "open":
      return role === "customer" ? <CounterForm offerId={offer.offerId} allowance={offer.allowance} /> : null;
    case "countered": {
      const amount = format.money(offer.counter ?? 0, { cents: "whenAny" });
      return <p className="mt-3 font-medium">{t("offer.counteredYou", { ...voice, amount })}</p>;
    }
    case "accepted":
      return (
        <>
          <p className="mt-3 font-medium text-pos">
            {t(offer.adjusts ? "offer.adjustedAccepted" : "offer.accepted", { ...voice })}
          </p>
          <VerifiedLine />
        </>
      );
    case "declined":
      return <p className="mt-3 font-medium">{t("offer.declined", { ...voice })}</p>;
    case undefined:
      return null;
  }
}

function CounterForm({ offerId, allowance }: { offerId: string; allowance: number }) {
  const t = useMessages(tradeMessages);
  const voice = useReaderVoice();
  const { about } = useCurrentCar();
  const { busy, act } = useSend();
  const [counter, setCounter] = useState(allowance);
  const send = (event: FormEvent) => {
    event.preventDefault();
    void act({ type: "trade.offerCountered", offerId, counter: cents(counter), ...about });
  };
  return (
    <div className="mt-3">
      <Disclosure id={cardPlaces.tradeCounter} title={t("offer.counterTitle")}>
        <form onSubmit={send} className="flex flex-wrap items-end gap-3">
          <MoneyField
            label={t("offer.counterLabel", { ...voice })}
            className="w-40"
            value={counter}
            onType={setCounter}
            onCommit={setCounter}
          />
          <Button type="submit" busy={busy}>
            {t("offer.sendCounter")}
          </Button>
          <Button kind="quiet" busy={busy} onClick={() => void act({ type: "trade.offerDeclined", offerId, ...about })}>
            {t("offer.decline")}
          </Button>
        </form>
      </Disclosure>
    </div>
  );
}
