import { usePersonName } from "#app/deal-card/card-people";
import { useCurrentCar } from "#app/deal-card/current-car";
import { useReaderVoice } from "#app/deal-card/reader-voice";
import { useActionReader } from "#app/deal-card/summary/next-step-action";
import { tradeMessages } from "#app/deal-card/trade/trade-messages";
import { useDeal } from "#app/deal-card/use-deal";
import { useSend } from "#app/deal-card/use-send";
import { Button } from "#app/ui/button";
import { useMessages } from "#app/ui/messages";
import { permissionFor } from "#machines/deal/deal-permissions";

/** Between the estimate and the offer: asked for, and who is at it. */
export function ReviewState() {
  const { view, isStaff } = useDeal();
  const { trade, about } = useCurrentCar();
  const t = useMessages(tradeMessages);
  const voice = useReaderVoice();
  const nameOf = usePersonName();
  const { role } = useActionReader();
  const { busy, act } = useSend();
  const { review } = trade;
  const store = view.card.store.name;
  if (!review) return <p className="mt-3 text-ink-2">{t("offer.waiting", { ...voice, store })}</p>;
  if (review.reviewer)
    return (
      <p role="status" className="mt-3 font-medium">
        {t("offer.underReview", { ...voice, store, who: nameOf(review.reviewer) })}
      </p>
    );
  const mayReview = isStaff && permissionFor("trade.reviewStarted").by.includes(role);
  return (
    <div role="status" className="mt-3 flex flex-wrap items-center gap-3">
      <p className="font-medium">{t("offer.submitted", { ...voice, store })}</p>
      {mayReview ? (
        <Button size="small" busy={busy} onClick={() => void act({ type: "trade.reviewStarted", ...about })}>
          {t("offer.startReview")}
        </Button>
      ) : null}
    </div>
  );
}
