import { useState } from "react";
import { WhatToBring } from "#app/deal-card/delivery/what-to-bring";
import { AppointmentLinks } from "#app/deal-card/delivery/appointment-links";
import { lazyPart } from "#app/ui/lazy-part";
import { SkeletonText } from "#app/ui/skeleton";
import { ContactlessChoice } from "#app/deal-card/delivery/contactless-choice";
import { DeliveryAddress } from "#app/deal-card/delivery/delivery-address";
import { deliveryMessages } from "#app/deal-card/delivery/delivery-messages";
import { DeliverySlots } from "#app/deal-card/delivery/delivery-slots";
import { LivePlace } from "#app/deal-card/live-place";
import { cardPlaces } from "#app/deal-card/card-action";
import { useReaderVoice } from "#app/deal-card/reader-voice";
import { PanelSection, StagePanel } from "#app/deal-card/stage-panel";
import { useDeal } from "#app/deal-card/use-deal";
import { useLiveValue } from "#app/deal-card/use-live-value";
import { Button } from "#app/ui/button";
import { ChoiceField } from "#app/ui/choice-field";
import { useMessages } from "#app/ui/messages";
import { useFormat } from "#app/ui/use-format";

// Begins with the contract: who is still choosing a car never asks for it.
const HandoverPart = lazyPart(
  "handover",
  async () => (await import("#app/deal-card/delivery/handover-part")).HandoverPart,
  <SkeletonText lines={4} />,
);

/** Last stage: pick-up or home, what home costs, a free time, and what to bring. */
export function DeliveryPanel() {
  const { view } = useDeal();
  const t = useMessages(deliveryMessages);
  const voice = useReaderVoice();
  const { method, address, slot } = view.card.delivery;
  const placed = method === "pickup" || (method === "home" && address !== null);
  // What is in the contract is read in the summary; from here on it is about the car on its way.
  const isOver = view.life !== "open" && view.life !== "lost";
  return (
    <StagePanel title={t("title", { ...voice })} after={isOver ? <HandoverPart /> : null}>
      {isOver ? null : <MethodChoice />}
      {method === "home" && !isOver ? (
        <PanelSection title={t("address.title")}>
          <DeliveryAddress />
        </PanelSection>
      ) : null}
      {slot && view.life === "open" ? <BookedSlot /> : null}
      {slot && view.life === "open" ? <ContactlessChoice /> : null}
      {placed && !slot && view.life === "open" ? <DeliverySlots /> : null}
      {isOver ? null : <WhatToBring />}
    </StagePanel>
  );
}

function MethodChoice() {
  const { view } = useDeal();
  const t = useMessages(deliveryMessages);
  const format = useFormat();
  const { store, delivery } = view.card;
  const method = useLiveValue("deliveryMethod", delivery.method, (value) => ({
    type: "delivery.methodChosen",
    method: value ?? "pickup",
  }));
  const bands = store.delivery.distanceBands;
  const fees = bands.map(({ fee }) => fee);
  const money = (amount: number) => (amount === 0 ? t("method.free") : format.money(amount, { cents: "whenAny" }));
  const [low, high] = [Math.min(...fees), Math.max(...fees)];
  return (
    <LivePlace field="deliveryMethod" byLine>
      <div id={cardPlaces.deliveryMethod}>
        <ChoiceField
          label={t("method.label")}
          hideLabel
          name="deliveryMethod"
          look="cards"
          columns={2}
          error={method.frame.error}
          value={method.value ?? ""}
          onChange={(value) => method.set(value === "home" ? "home" : "pickup")}
          choices={[
            {
              value: "pickup",
              label: t("method.pickup"),
              hint: t("method.pickupHint", store.address),
              detail: t("method.free"),
            },
            {
              value: "home",
              label: t("method.home"),
              hint: t("method.homeHint", { miles: Math.max(...bands.map(({ upToMiles }) => upToMiles)) }),
              detail: low === high ? money(low) : t("method.from", { low: money(low), high: money(high) }),
            },
          ]}
        />
      </div>
    </LivePlace>
  );
}

/** The time that is theirs, and the way to another while there is time. */
function BookedSlot() {
  const { view } = useDeal();
  const t = useMessages(deliveryMessages);
  const format = useFormat();
  const voice = useReaderVoice();
  const [moving, setMoving] = useState(false);
  const { slot } = view.card.delivery;
  if (!slot) return null;
  return (
    <LivePlace field="deliverySlot" byLine>
      <div className="flex flex-wrap items-center justify-between gap-3 rounded-block bg-pos-ground px-4 py-3">
        <p className="text-pos">
          <span className="block font-semibold">
            {t("slots.booked", {
              ...voice,
              day: format.date(slot.startsAt, "weekday"),
              from: format.time(slot.startsAt),
              to: format.time(slot.endsAt),
            })}
          </span>
          {t("slots.cutoff", { cutoff: view.card.store.delivery.rescheduleCutoffHours })}
        </p>
        <Button size="small" aria-expanded={moving} onClick={() => setMoving(!moving)}>
          {moving ? t("slots.keep") : t("slots.move")}
        </Button>
      </div>
      <AppointmentLinks />
      {moving ? <DeliverySlots onBooked={() => setMoving(false)} ownButton /> : null}
    </LivePlace>
  );
}
