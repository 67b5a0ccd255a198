import { useState } from "react";
import { AppointmentLinks } from "#app/deal-card/delivery/appointment-links";
import { deliveryMessages } from "#app/deal-card/delivery/delivery-messages";
import { DeliverySlots } from "#app/deal-card/delivery/delivery-slots";
import { handoverMessages } from "#app/deal-card/delivery/handover-messages";
import { useReaderVoice } from "#app/deal-card/reader-voice";
import { useDeal } from "#app/deal-card/use-deal";
import { useIsPast } from "#app/deal-card/use-is-past";
import { Button } from "#app/ui/button";
import { cx } from "#app/ui/class-names";
import { useMessages } from "#app/ui/messages";
import { useFormat } from "#app/ui/use-format";
import { type DeliverySlot, movableUntil } from "#machines/stages/delivery";

/** The time that holds now, the way to another while there is time, and what to do once there is none. */
export function BookedTime({ slot, afterFreeze = false }: { slot: DeliverySlot | null; afterFreeze?: boolean }) {
  const { view, isStaff } = useDeal();
  const t = useMessages(deliveryMessages);
  const h = useMessages(handoverMessages);
  const format = useFormat();
  const voice = useReaderVoice();
  const [moving, setMoving] = useState(false);
  const { phone, delivery } = view.card.store;
  const cutoff = delivery.rescheduleCutoffHours;
  // The store moves it any time.
  const isTooLate = useIsPast(slot && !isStaff ? movableUntil(slot, cutoff) : null);
  return (
    <>
      <div
        className={cx(
          "flex flex-wrap items-center justify-between gap-3 rounded-block px-4 py-3",
          slot ? "bg-pos-ground text-pos" : "bg-sunken text-ink-2",
        )}
      >
        <p>
          <span className="block font-semibold">
            {slot
              ? t("slots.booked", {
                  ...voice,
                  day: format.date(slot.startsAt, "weekday"),
                  from: format.time(slot.startsAt),
                  to: format.time(slot.endsAt),
                })
              : h("none")}
          </span>
          {slot ? (isTooLate ? t("slots.tooLate", { cutoff, phone }) : t("slots.cutoff", { cutoff })) : null}
        </p>
        {isTooLate ? null : (
          <Button size="small" aria-expanded={moving} onClick={() => setMoving(!moving)}>
            {slot ? t(moving ? "slots.keep" : "slots.move") : h(moving ? "notNow" : "choose")}
          </Button>
        )}
      </div>
      {slot ? <AppointmentLinks /> : null}
      {moving && !isTooLate ? (
        <DeliverySlots onBooked={() => setMoving(false)} ownButton afterFreeze={afterFreeze} />
      ) : null}
    </>
  );
}
