import { WhatToBring } from "#app/deal-card/delivery/what-to-bring";
import { lazyPart } from "#app/ui/lazy-part";
import { SkeletonText } from "#app/ui/skeleton";
import { BookedTime } from "#app/deal-card/delivery/booked-time";
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
      {slot && view.life === "open" ? (
        <LivePlace field="deliverySlot" byLine>
          <BookedTime slot={slot} />
        </LivePlace>
      ) : null}
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
