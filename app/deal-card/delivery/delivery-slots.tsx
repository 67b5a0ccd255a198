import { type FormEvent, useEffect, useState } from "react";
import { deliveryMessages } from "#app/deal-card/delivery/delivery-messages";
import { LivePlace } from "#app/deal-card/live-place";
import { cardPlaces } from "#app/deal-card/card-action";
import { PanelSection } from "#app/deal-card/stage-panel";
import { useDeal } from "#app/deal-card/use-deal";
import { useJson } from "#app/deal-card/use-json";
import { useSend } from "#app/deal-card/use-send";
import { Button } from "#app/ui/button";
import { cx } from "#app/ui/class-names";
import { useMessages } from "#app/ui/messages";
import { SkeletonText } from "#app/ui/skeleton";
import { useFormat } from "#app/ui/use-format";

/** What `/deals/:dealId/slots` answers. */
export interface FreeDays {
  days: { date: string; slots: { startsAt: string; endsAt: string; free: boolean }[] }[];
}

interface DeliverySlotsProps {
  /** Beside a booked time the panel has its own button: the primary one of the card is then for another step. */
  ownButton?: boolean;
  onBooked?: () => void;
  /** The stage is in the contract: the time is the hand-over's own. */
  afterFreeze?: boolean;
}

/** Days across, times below; what is full is shown as full. */
export function DeliverySlots({ ownButton = false, onBooked, afterFreeze = false }: DeliverySlotsProps) {
  const { dealId, asOf } = useDeal();
  const t = useMessages(deliveryMessages);
  const { busy, act } = useSend();
  const { load, data, failed } = useJson<FreeDays>();
  useEffect(() => {
    if (asOf === null) void load(`/deals/${dealId}/slots`);
  }, [asOf, dealId, load]);
  const book = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const startsAt = String(new FormData(event.currentTarget).get("startsAt") ?? "");
    if (startsAt === "") return;
    if (await act({ type: afterFreeze ? "handover.timeRequested" : "delivery.slotRequested", startsAt })) onBooked?.();
    else void load(`/deals/${dealId}/slots`);
  };
  return (
    <PanelSection title={t("slots.title")} aside={t("slots.zone")} className={ownButton ? "mt-4" : ""}>
      <LivePlace field="deliverySlot">
        <form id={ownButton ? undefined : cardPlaces.deliverySlot} onSubmit={(event) => void book(event)}>
          {asOf !== null ? (
            <p className="text-13 text-ink-2">{t("slots.notKept")}</p>
          ) : data ? (
            <Days days={data.days} />
          ) : failed ? (
            <p className="text-neg">{t("slots.failed")}</p>
          ) : (
            <SkeletonText lines={4} />
          )}
          {failed ? (
            <Button className="mt-2" onClick={() => void load(`/deals/${dealId}/slots`)}>
              {t("slots.again")}
            </Button>
          ) : null}
          {ownButton && data ? (
            <Button type="submit" busy={busy} className="mt-3">
              {t("slots.book")}
            </Button>
          ) : null}
        </form>
      </LivePlace>
    </PanelSection>
  );
}

function Days({ days }: FreeDays) {
  const { view } = useDeal();
  const t = useMessages(deliveryMessages);
  const open = days.filter((day) => day.slots.some((slot) => slot.free));
  const [date, setDate] = useState<string | null>(null);
  const day = open.find((one) => one.date === date) ?? open[0];
  if (!day) return <p className="text-ink-2">{t("slots.none", { phone: view.card.store.phone })}</p>;
  return (
    <>
      <div
        role="group"
        aria-label={t("slots.day")}
        className="scrollbar-none -mx-1 flex gap-2 overflow-x-auto px-1 pb-1"
      >
        {open.map((one) => (
          <DayButton key={one.date} date={one.date} chosen={one.date === day.date} onChoose={() => setDate(one.date)} />
        ))}
      </div>
      <div key={day.date} className="mt-3 grid grid-cols-[repeat(auto-fill,minmax(7rem,1fr))] gap-2">
        {day.slots.map((slot) => (
          <SlotChoice key={slot.startsAt} slot={slot} />
        ))}
      </div>
    </>
  );
}

function DayButton({ date, chosen, onChoose }: { date: string; chosen: boolean; onChoose: () => void }) {
  const format = useFormat();
  return (
    <button
      type="button"
      aria-pressed={chosen}
      onClick={onChoose}
      className={cx(
        "h-11 shrink-0 rounded-cell border px-3 font-medium whitespace-nowrap",
        chosen
          ? "border-accent-600 bg-accent-50 text-accent-800 ring-1 ring-accent-600 ring-inset"
          : "border-line-2 hover:border-control",
      )}
    >
      {format.date(date, "weekday")}
    </button>
  );
}

function SlotChoice({ slot }: { slot: FreeDays["days"][number]["slots"][number] }) {
  const t = useMessages(deliveryMessages);
  const format = useFormat();
  return (
    <label
      className={cx(
        "relative grid h-11 place-items-center rounded-cell border border-line-2",
        "hover:not-has-disabled:border-control has-checked:border-accent-600 has-checked:bg-accent-50 has-checked:font-semibold has-checked:text-accent-800 has-checked:ring-1 has-checked:ring-accent-600 has-checked:ring-inset",
        "has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent-600",
        "has-disabled:border-transparent has-disabled:bg-sunken has-disabled:text-ink-3",
      )}
    >
      <input
        type="radio"
        name="startsAt"
        value={slot.startsAt}
        required
        disabled={!slot.free}
        className="absolute inset-0 appearance-none rounded-cell outline-none"
      />
      <span className="figures pointer-events-none">
        {format.time(slot.startsAt)}
        {slot.free ? null : <span className="text-12"> {t("slots.full")}</span>}
      </span>
    </label>
  );
}
