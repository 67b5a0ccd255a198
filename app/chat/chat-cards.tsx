import { FileText } from "lucide-react";
import { useReaderVoice } from "#app/deal-card/reader-voice";
import { useDeal } from "#app/deal-card/use-deal";
import { VehiclePicture } from "#app/deal-card/vehicle-picture";
import type { ChatCard } from "#app/realtime/chat-protocol";
import { Button, ButtonLink } from "#app/ui/button";
import { EstimateChip } from "#app/ui/chip";
import { useMessages } from "#app/ui/messages";
import { Money } from "#app/ui/money";
import { useFormat } from "#app/ui/use-format";
import { headlineNumbers } from "#machines/deal/deal-changes";
import { CardFoot, CardFrame, type CardOf, useGoThere } from "./card-frame";
import { chatMessages } from "./chat-messages";
import { OfferCard } from "./offer-card";

/** A deal thing inside the conversation: what it was when it was sent, what it is now, and what can be done with it. */
export function ChatCardView({ card }: { card: ChatCard }) {
  switch (card.type) {
    case "vehicle":
      return <VehicleCard card={card} />;
    case "offer":
      return <OfferCard card={card} />;
    case "payment":
      return <PaymentCard card={card} />;
    case "document":
      return <DocumentCard card={card} />;
  }
}

function VehicleCard({ card }: { card: CardOf<"vehicle"> }) {
  const { view } = useDeal();
  const t = useMessages(chatMessages);
  const goThere = useGoThere();
  const { vehicle, sellingPrice } = view.card.vehicle;
  const isCurrent = vehicle?.stockNumber === card.stockNumber;
  return (
    <CardFrame label={t("card.vehicle")}>
      <div className="flex items-center gap-3.5 p-4">
        {isCurrent ? <VehiclePicture vehicle={vehicle} className="aspect-[8/5] w-22 shrink-0" /> : null}
        <p className="min-w-0">
          <span className="block font-semibold text-balance">{card.name}</span>
          <Money amount={card.price} className="text-16" />
          {isCurrent && sellingPrice !== card.price ? <Since amount={sellingPrice} /> : null}
        </p>
      </div>
      {isCurrent ? (
        <div className="border-t border-line p-3">
          <Button wide onClick={() => goThere("vehicle")}>
            {t("card.look")}
          </Button>
        </div>
      ) : (
        <CardFoot>{t("card.nowVehicle")}</CardFoot>
      )}
    </CardFrame>
  );
}

/** The card moved on since: the figure as it is now, beside the one that was sent. */
function Since({ amount }: { amount: number }) {
  const t = useMessages(chatMessages);
  const format = useFormat();
  return <span className="block text-13 text-ink-3">{t("card.moved", { amount: format.money(amount) })}</span>;
}

function PaymentCard({ card }: { card: CardOf<"payment"> }) {
  const { view } = useDeal();
  const t = useMessages(chatMessages);
  const format = useFormat();
  const voice = useReaderVoice();
  const goThere = useGoThere();
  const now = headlineNumbers(view);
  const isCash = card.method === "cash";
  const sent = isCash ? card.cashDue : card.amount;
  const current = now && (now.method === "cash" ? now.cashDue : now.payment);
  return (
    <CardFrame label={t("card.payment", { ...voice })}>
      <div className="px-4 pt-3.5 pb-3">
        <p className="flex items-center justify-between gap-2 text-12 font-medium text-ink-2">
          {t("card.payment", { ...voice })}
          <EstimateChip />
        </p>
        {sent === null ? (
          <p className="mt-1 text-ink-2">{t("card.noFigure")}</p>
        ) : (
          <p className="mt-1 text-28 font-figure">
            <Money
              amount={sent}
              per={isCash ? undefined : t("card.perMonth")}
              className="[&_.per]:ml-0.5 [&_.per]:text-14 [&_.per]:font-normal [&_.per]:tracking-normal [&_.per]:text-ink-3"
            />
          </p>
        )}
        <p className="text-13 text-ink-3">
          {isCash || card.cashDue === null
            ? t(isCash ? "card.cash" : "card.whenSent")
            : t("card.dueAtSigning", { amount: format.money(card.cashDue, { cents: "whenAny" }) })}
        </p>
        {current != null && (current !== sent || now?.method !== card.method) ? <Since amount={current} /> : null}
      </div>
      <div className="border-t border-line p-3">
        <Button wide onClick={() => goThere("finance")}>
          {t("card.look")}
        </Button>
      </div>
    </CardFrame>
  );
}

function DocumentCard({ card }: { card: CardOf<"document"> }) {
  const { view, dealId, place } = useDeal();
  const t = useMessages(chatMessages);
  const stands = view.card.life.contractingRevision === card.revision;
  return (
    <CardFrame label={t("card.document")}>
      <div className="flex items-center gap-3 p-4">
        <FileText aria-hidden className="size-6 shrink-0 text-ink-3" strokeWidth={1.5} />
        <p>
          <span className="block font-semibold">{t("card.document")}</span>
          <span className="block text-13 text-ink-3">{t("card.documentNote", { revision: card.revision })}</span>
        </p>
      </div>
      {stands && place.kind === "seat" ? <CardFoot>{t("card.buyersOwn")}</CardFoot> : null}
      {stands && place.kind !== "seat" ? (
        <div className="border-t border-line p-3">
          <ButtonLink wide to={`/deals/${dealId}/buyers-order.pdf`} reloadDocument target="_blank">
            {t("card.open")}
          </ButtonLink>
        </div>
      ) : null}
      {stands ? null : <CardFoot>{t("card.void")}</CardFoot>}
    </CardFrame>
  );
}
