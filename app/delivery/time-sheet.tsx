import { trackingSteps } from "#machines/stages/handover";
import { Button } from "#app/ui/button";
import { Chip } from "#app/ui/chip";
import { useMessages } from "#app/ui/messages";
import { Sheet, SheetHead } from "#app/ui/sheet";
import { SelectField, TextField } from "#app/ui/text-field";
import { useFormat } from "#app/ui/use-format";
import type { DeliveryDeal } from "./delivery-deal";
import { DeliveryForm } from "./delivery-form";
import { deliveryDeskMessages } from "./delivery-desk-messages";

/** The hand-over's time, and another one where the store has room. */
export function TimeSheet({ page }: { page: DeliveryDeal }) {
  const t = useMessages(deliveryDeskMessages);
  const format = useFormat();
  const { row, days, card } = page;
  const times = days.flatMap(({ date, slots }) =>
    slots
      .filter(({ free }) => free)
      .map(({ startsAt }) => ({ value: startsAt, label: `${format.date(date, "weekday")}, ${format.time(startsAt)}` })),
  );
  return (
    <Sheet>
      <SheetHead
        title={t("time.title")}
        aside={
          card.handover.moved > 0 ? <Chip kind="neutral">{t("time.moved", { count: card.handover.moved })}</Chip> : null
        }
      />
      <p className="mt-2 font-medium">
        {row.startsAt && row.endsAt
          ? `${format.dateTime(row.startsAt, "weekday")} – ${format.time(row.endsAt)}`
          : t("time.none")}
      </p>
      {times.length > 0 ? (
        <DeliveryForm act="time" className="mt-3 flex flex-wrap items-end gap-2">
          <SelectField name="startsAt" label={t("time.pick")} options={times} className="min-w-48 flex-1" />
          <Button type="submit">{t("time.move")}</Button>
        </DeliveryForm>
      ) : null}
    </Sheet>
  );
}

/** What is said to the customer of where their car is. */
export function TrackSheet({ page }: { page: DeliveryDeal }) {
  const t = useMessages(deliveryDeskMessages);
  const format = useFormat();
  const { card, life } = page;
  if (life === "open") return null;
  const home = card.delivery.method === "home";
  const steps = trackingSteps.filter((step) => home || step === "preparing" || step === "ready");
  return (
    <Sheet>
      <SheetHead title={t("track.title")} />
      <ul className="mt-2 flex flex-col gap-1 text-13 text-ink-2">
        {card.handover.track.map(({ step, at, expectedAt, driver }) => (
          <li key={step}>
            <span className="font-medium text-ink">{t(`track.${step}`)}</span> {format.dateTime(at)}
            {expectedAt ? ` · ${t("track.expected")} ${format.time(expectedAt)}` : ""}
            {driver ? ` · ${driver}` : ""}
          </li>
        ))}
      </ul>
      <DeliveryForm act="track" className="mt-3 grid grid-cols-2 items-end gap-2">
        <SelectField
          name="step"
          label={t("track.title")}
          hideLabel
          className="col-span-2"
          options={steps.map((step) => ({ value: step, label: t(`track.${step}`) }))}
        />
        {home ? (
          <>
            <TextField name="expected" type="datetime-local" label={t("track.expected")} />
            <TextField name="driver" label={t("track.driver")} maxLength={80} />
          </>
        ) : null}
        <Button type="submit" className="justify-self-start">
          {t("track.say")}
        </Button>
      </DeliveryForm>
    </Sheet>
  );
}
