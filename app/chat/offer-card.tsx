import { ArrowRight } from "lucide-react";
import { useState } from "react";
import { cardPlaces } from "#app/deal-card/card-action";
import { useReaderVoice } from "#app/deal-card/reader-voice";
import { useActionReader } from "#app/deal-card/summary/next-step-action";
import { useDeal } from "#app/deal-card/use-deal";
import { useSend } from "#app/deal-card/use-send";
import { ifOfferAccepted } from "#app/deal-card/what-if";
import { Button } from "#app/ui/button";
import { OfferChip } from "#app/ui/chip";
import { useMessages } from "#app/ui/messages";
import { Money } from "#app/ui/money";
import { useFormat } from "#app/ui/use-format";
import { headlineNumbers } from "#machines/deal/deal-changes";
import { CardFoot, CardFrame, type CardOf, useGoThere } from "./card-frame";
import { chatMessages } from "./chat-messages";

/** The offer as it was made, what it does to the payment now, and the answer under the thumb. */
export function OfferCard({ card }: { card: CardOf<"offer"> }) {
  const { view } = useDeal();
  const t = useMessages(chatMessages);
  const format = useFormat();
  const { vehicle } = view.card.vehicle;
  const { offer, valuation } = view.card.trade;
  const isCurrent = offer?.offerId === card.offerId;
  return (
    <CardFrame label={t("card.offer")} accent={isCurrent && offer.answer === "open"}>
      <div className="px-4 pt-3.5 pb-3">
        <p className="flex flex-wrap items-center justify-between gap-2 text-13 text-ink-2">
          <OfferChip />
          {t("card.until", { time: format.dateTime(card.expiresAt) })}
        </p>
        <p className="mt-2 text-28 font-figure">
          <Money amount={card.allowance} cents="whenAny" />
        </p>
        <p className="text-ink-2">{t("card.forYour", { car: card.car })}</p>
      </div>
      {isCurrent && vehicle ? <OfferEffect estimate={valuation?.base ?? null} /> : null}
      {isCurrent ? <OfferActs card={card} answer={offer.answer} /> : <CardFoot>{t("card.replaced")}</CardFoot>}
    </CardFrame>
  );
}

/** Where the figure came from and what accepting would do to the payment, by the core that draws the card. */
function OfferEffect({ estimate }: { estimate: number | null }) {
  const { view } = useDeal();
  const t = useMessages(chatMessages);
  const voice = useReaderVoice();
  const now = headlineNumbers(view);
  const then = view.card.trade.offer?.answer === "open" ? ifOfferAccepted(view) : null;
  const moves = now?.payment != null && then?.payment != null && now.payment !== then.payment;
  if (estimate === null && !moves) return null;
  return (
    <dl className="border-t border-line bg-ground px-4 py-2.5 text-ink-2">
      {estimate === null ? null : (
        <div className="flex justify-between gap-3">
          <dt>{t("card.estimateWas")}</dt>
          <dd className="font-medium">
            <Money amount={estimate} cents="whenAny" ink="plain" />
          </dd>
        </div>
      )}
      {moves ? (
        <div className="flex justify-between gap-3">
          <dt>{t("card.payment", { ...voice })}</dt>
          <dd className="flex items-center gap-1.5">
            <Money amount={now.payment as number} ink="plain" className="text-ink-3" />
            <ArrowRight aria-hidden className="size-3.5 text-ink-3" />
            <Money amount={then.payment as number} ink="plain" className="font-semibold text-ink" />
          </dd>
        </div>
      ) : null}
    </dl>
  );
}

type OfferAnswer = NonNullable<ReturnType<typeof useDeal>["view"]["card"]["trade"]["offer"]>["answer"];

function OfferActs({ card: { offerId, expiresAt }, answer }: { card: CardOf<"offer">; answer: OfferAnswer }) {
  const t = useMessages(chatMessages);
  const { role } = useActionReader();
  const { busy, act } = useSend();
  const goThere = useGoThere();
  const [openedAt] = useState(() => Date.now());
  if (answer !== "open") return <CardFoot>{t(`card.${answer}`)}</CardFoot>;
  // The drawer is only ever drawn in a browser; what the door says of an expired offer stands anyway.
  if (Date.parse(expiresAt) <= openedAt) return <CardFoot>{t("card.expired")}</CardFoot>;
  return (
    <div className="flex gap-2 border-t border-line p-3">
      {role === "customer" ? (
        <>
          <Button
            kind="primary"
            className="flex-1"
            busy={busy}
            onClick={() => void act({ type: "trade.offerAccepted", offerId })}
          >
            {t("card.accept")}
          </Button>
          <Button className="flex-1" onClick={() => goThere("trade", cardPlaces.tradeCounter)}>
            {t("card.counter")}
          </Button>
        </>
      ) : (
        <Button className="flex-1" onClick={() => goThere("trade")}>
          {t("card.look")}
        </Button>
      )}
    </div>
  );
}
