import { Check } from "lucide-react";
import { unsignedDueItems } from "#machines/stages/due-bill";
import { Button } from "#app/ui/button";
import { Chip } from "#app/ui/chip";
import { useMessages } from "#app/ui/messages";
import { Sheet, SheetHead } from "#app/ui/sheet";
import { SelectField, TextField } from "#app/ui/text-field";
import { useFormat } from "#app/ui/use-format";
import type { DeliveryCard, DeliveryDeal } from "./delivery-deal";
import { DeliveryForm } from "./delivery-form";
import { deliveryDeskMessages } from "./delivery-desk-messages";
import { wallClockOf } from "./store-time";
import { SignatureBlock } from "./signature-block";
import { PhotoInput } from "./photo-input";

type DueItem = DeliveryCard["dueBill"]["items"][number];

/** What the store still owes: promised by name and day, signed by both, closed when it is kept. */
export function DueBillSheet({ page }: { page: DeliveryDeal }) {
  const t = useMessages(deliveryDeskMessages);
  const { items } = page.card.dueBill;
  const unsigned = unsignedDueItems(items).length > 0;
  return (
    <Sheet id="owed">
      <SheetHead title={t("owed.title")} />
      {items.length === 0 ? <p className="mt-2 text-ink-2">{t("owed.none")}</p> : null}
      <ul className="mt-2 divide-y divide-line">
        {items.map((item) => (
          <ItemRow key={item.itemId} item={item} dealId={page.dealId} timeZone={page.rooftop.timeZone} />
        ))}
      </ul>
      {unsigned ? (
        <details className="mt-3 border-t border-line pt-3">
          <summary className="touch-target inline-block text-accent-600">{t("owed.sign")}</summary>
          <SignatureBlock page={page} about="dueBill" />
        </details>
      ) : null}
      <details className="mt-2 border-t border-line pt-3">
        <summary className="touch-target inline-block text-accent-600">{t("owed.add")}</summary>
        <DeliveryForm act="owe" className="mt-3 grid gap-3 sm:grid-cols-2">
          <TextField name="text" label={t("owed.text")} required maxLength={200} className="sm:col-span-2" />
          <SelectField
            name="staffId"
            label={t("owner")}
            defaultValue={page.card.people.salesperson?.staffId}
            options={page.staff.map(({ staffId, name }) => ({ value: staffId, label: name }))}
          />
          <TextField name="dueOn" type="date" label={t("owed.dueOn")} required />
          <TextField name="cost" label={t("owed.cost")} hint={t("owed.costHint")} inputMode="decimal" optional />
          <Button type="submit" className="self-end justify-self-start">
            {t("owed.add")}
          </Button>
        </DeliveryForm>
      </details>
    </Sheet>
  );
}

function ItemRow({ item, dealId, timeZone }: { item: DueItem; dealId: string; timeZone: string }) {
  const t = useMessages(deliveryDeskMessages);
  const format = useFormat();
  const unsigned = unsignedDueItems([item]).length > 0;
  const about = [
    item.owner?.firstName,
    format.date(item.dueOn, "short"),
    item.cost === null ? null : format.money(item.cost),
    item.appointmentAt ? t("owed.appointmentAt", { time: format.dateTime(item.appointmentAt) }) : null,
  ];
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-2 py-2.5">
      {item.photoId ? (
        <a href={`/deals/${dealId}/condition/${item.photoId}`} target="_blank" rel="noreferrer" className="shrink-0">
          <img
            src={`/deals/${dealId}/condition/${item.photoId}?size=thumb`}
            alt={t("owed.photoOf", { text: item.text })}
            width={80}
            height={60}
            loading="lazy"
            className="h-15 w-20 rounded-cell bg-sunken object-cover"
          />
        </a>
      ) : null}
      <div className="min-w-48 flex-1">
        <p className="font-medium">{item.text}</p>
        <p className="text-13 text-ink-3">{about.filter(Boolean).join(" · ")}</p>
      </div>
      {item.closedAt ? (
        <Chip kind="positive" icon={Check}>
          {t("owed.closed", { day: format.date(item.closedAt, "short") })}
        </Chip>
      ) : (
        <>
          {unsigned ? <Chip kind="warning">{t("owed.unsigned")}</Chip> : null}
          <DeliveryForm act="oweClose" which={item.itemId} values={{ itemId: item.itemId }}>
            <Button type="submit" size="small">
              {t("owed.close")}
            </Button>
          </DeliveryForm>
          {item.signedBy.length === 0 ? (
            <DeliveryForm act="oweDrop" which={item.itemId} values={{ itemId: item.itemId }}>
              <Button type="submit" size="small" kind="quiet">
                {t("owed.drop")}
              </Button>
            </DeliveryForm>
          ) : null}
        </>
      )}
      {item.closedAt ? null : <More item={item} timeZone={timeZone} />}
    </li>
  );
}

/** What it looks like, and when it is seen to: both are the customer's to see. */
function More({ item, timeZone }: { item: DueItem; timeZone: string }) {
  const t = useMessages(deliveryDeskMessages);
  const { itemId, appointmentAt } = item;
  return (
    <details className="w-full">
      <summary className="touch-target inline-block text-13 text-accent-600">{t("owed.more")}</summary>
      <div className="mt-2 grid items-end gap-3 sm:grid-cols-2">
        <DeliveryForm act="owePhoto" which={itemId} values={{ itemId }} file className="flex flex-col gap-2">
          {({ busy }) => (
            <>
              <PhotoInput label={t("owed.photoOf", { text: item.text })} />
              <Button type="submit" size="small" busy={busy} className="self-start">
                {t("owed.keepPhoto")}
              </Button>
            </>
          )}
        </DeliveryForm>
        <DeliveryForm act="oweWhen" which={itemId} values={{ itemId }} className="flex flex-wrap items-end gap-2">
          <TextField
            name="at"
            type="datetime-local"
            label={t("owed.appointment")}
            defaultValue={appointmentAt ? wallClockOf(appointmentAt, timeZone) : ""}
          />
          <Button type="submit" size="small">
            {t("owed.setAppointment")}
          </Button>
        </DeliveryForm>
      </div>
    </details>
  );
}
