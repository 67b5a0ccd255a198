import { usePersonName } from "#app/deal-card/card-people";
import { useCurrentCar } from "#app/deal-card/current-car";
import { useReaderVoice } from "#app/deal-card/reader-voice";
import { PhotoThumb } from "#app/deal-card/trade/photo-thumb";
import { useFindingWords } from "#app/deal-card/trade/finding-words";
import { tradeMessages } from "#app/deal-card/trade/trade-messages";
import { useMessages } from "#app/ui/messages";
import { MoneyLine, MoneyLines } from "#app/ui/money-line";
import { useFormat } from "#app/ui/use-format";
import type { DealView } from "#machines/deal/deal-view";

type Adjustment = NonNullable<DealView["card"]["trade"]["verification"]>["adjustments"][number];

/** What somebody found in front of the car, beside what was told: line by line, each with its reason, amount and photo. */
export function OfferDifference() {
  const { trade } = useCurrentCar();
  const t = useMessages(tradeMessages);
  const voice = useReaderVoice();
  const { offer, verification } = trade;
  if (!verification || !offer?.adjusts) return null;
  return (
    <section
      aria-label={t("offer.adjustedTitle", { ...voice })}
      className="mb-3 rounded-block border border-warn-mark/50 bg-surface px-4 pt-3 pb-2 max-sm:rounded-sheet"
    >
      <h3 className="text-16">{t("offer.adjustedTitle", { ...voice })}</h3>
      {offer.answer === "accepted" ? null : (
        <p className="text-13 text-ink-2">{t("offer.adjustedNote", { ...voice })}</p>
      )}
      <MoneyLines className="-mx-4 py-1">
        <MoneyLine label={t("offer.adjustedWas")} amount={offer.adjusts.allowance} cents="whenAny" />
      </MoneyLines>
      <ul className="divide-y divide-line border-y border-line">
        {verification.adjustments.map((adjustment, at) => (
          <li key={at}>
            <DifferenceLine adjustment={adjustment} />
          </li>
        ))}
      </ul>
      <MoneyLines className="-mx-4 py-1">
        <MoneyLine kind="result" label={t("offer.adjustedNow")} amount={offer.allowance} cents="whenAny" />
      </MoneyLines>
    </section>
  );
}

function DifferenceLine({ adjustment }: { adjustment: Adjustment }) {
  const { trade } = useCurrentCar();
  const t = useMessages(tradeMessages);
  const format = useFormat();
  const words = useFindingWords();
  const { about, reason, amount, photoId } = adjustment;
  const { told, found } = words.toldAndFound(about, trade);
  return (
    <div className="flex items-start gap-3 py-2.5">
      <PhotoThumb photoId={photoId} role="finding" className="w-16 shrink-0" />
      <div className="min-w-0 flex-1">
        <p className="font-medium">{words.subject(about)}</p>
        {told && found ? (
          <p className="text-13 text-ink-2">
            {t("offer.told")} <s className="decoration-ink-3">{told}</s>, {t("offer.found")} <strong>{found}</strong>
          </p>
        ) : null}
        <p className="text-13 text-ink-2">{reason}</p>
      </div>
      <span className={amount < 0 ? "figures font-medium text-neg" : "figures font-medium text-pos"}>
        {format.money(amount, { cents: "whenAny", sign: "always" })}
      </span>
    </div>
  );
}

/** "Checked by Gus on Nov 28: as described." */
export function VerifiedLine() {
  const { verification } = useCurrentCar().trade;
  const t = useMessages(tradeMessages);
  const format = useFormat();
  const nameOf = usePersonName();
  if (!verification || verification.adjustments.length > 0) return null;
  return (
    <p className="mt-1 text-13 text-pos">
      {t("offer.verified", { who: nameOf(verification.by), date: format.dateTime(verification.at, "weekday") })}
    </p>
  );
}
