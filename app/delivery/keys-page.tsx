import { Camera, KeyRound } from "lucide-react";
import { handoverChecks, handoverPhotoPlaces } from "#machines/stages/handover";
import { Button } from "#app/ui/button";
import { cx } from "#app/ui/class-names";
import { useMessages } from "#app/ui/messages";
import { Sheet, SheetHead } from "#app/ui/sheet";
import { SelectField, TextField } from "#app/ui/text-field";
import { useFormat } from "#app/ui/use-format";
import type { DeliveryDeal } from "./delivery-deal";
import { Head } from "./delivery-deal-page";
import { DeliveryForm, DeliverySeed } from "./delivery-form";
import { DeliveryFrame } from "./delivery-frame";
import { deliveryDeskMessages } from "./delivery-desk-messages";
import { SignatureBlock } from "./signature-block";
import { PhotoInput } from "./photo-input";

/** The hand-over on one device: go round the car together, sign, and only then the keys. */
export function KeysPage(page: DeliveryDeal) {
  const t = useMessages(deliveryDeskMessages);
  const blockers = page.row.blockers;
  return (
    <DeliveryFrame storeName={page.storeName} current="deal" width="narrow">
      <DeliverySeed value={page.editSeed}>
        <Head page={page} />
        <p className="mt-3 text-ink-2">{t(page.row.contactless ? "contactlessLead" : "keys.lead")}</p>
        <div className="mt-4 flex flex-col gap-4">
          <Checks page={page} />
          <Photos page={page} />
          <Sheet>
            <SheetHead title={t("keys.signatures")} hint={t("keys.changed")} />
            <SignatureBlock page={page} about="handover" />
          </Sheet>
          <DeliveryForm act="deliver">
            {({ busy }) => (
              <Button
                type="submit"
                kind="primary"
                size="large"
                wide
                busy={busy}
                locked={
                  blockers.length > 0
                    ? blockers.map(({ item, title }) => title || t(`work.${item as "funds"}`)).join(" · ")
                    : undefined
                }
              >
                <KeyRound aria-hidden strokeWidth={1.75} />
                {t("keys.give")}
              </Button>
            )}
          </DeliveryForm>
        </div>
      </DeliverySeed>
    </DeliveryFrame>
  );
}

function Checks({ page }: { page: DeliveryDeal }) {
  const t = useMessages(deliveryDeskMessages);
  const { checks, odometer } = page.card.handover;
  return (
    <Sheet>
      <SheetHead title={t("keys.checks")} />
      <ul className="mt-2 grid sm:grid-cols-2 sm:gap-x-6">
        {handoverChecks.map((check) => {
          const done = checks.some((one) => one.check === check);
          return (
            <li key={check} className="border-b border-line">
              <DeliveryForm act="check" which={check} values={{ check, done: done ? "no" : "yes" }}>
                <button
                  type="submit"
                  aria-pressed={done}
                  className="flex min-h-11 w-full items-center gap-3 text-left focus-visible:-outline-offset-2"
                >
                  <span
                    aria-hidden
                    className={cx(
                      "grid size-5.5 shrink-0 place-items-center rounded-[.375rem] border text-on-accent",
                      done ? "border-accent-600 bg-accent-600" : "border-control",
                    )}
                  >
                    {done ? "✓" : ""}
                  </span>
                  {t(`check.${check}`)}
                </button>
              </DeliveryForm>
            </li>
          );
        })}
      </ul>
      <DeliveryForm act="odometer" className="mt-4 flex flex-wrap items-end gap-2">
        <TextField
          name="odometer"
          label={t("keys.odometer")}
          inputMode="numeric"
          required
          defaultValue={odometer ?? ""}
          className="w-40"
        />
        <Button type="submit">{t("planSave")}</Button>
      </DeliveryForm>
    </Sheet>
  );
}

function Photos({ page }: { page: DeliveryDeal }) {
  const t = useMessages(deliveryDeskMessages);
  const format = useFormat();
  const { photos } = page.card.handover;
  return (
    <Sheet>
      <SheetHead title={t("keys.photos")} hint={t("keys.photoHint")} />
      <ul className="mt-3 grid grid-cols-2 gap-3 sm:grid-cols-3">
        {photos.map(({ photoId, place, note, at }) => (
          <li key={photoId} className="min-w-0">
            <img
              src={`/deals/${page.dealId}/condition/${photoId}?size=thumb`}
              alt={note || t(`photoPlace.${place}`)}
              width={480}
              height={360}
              className="aspect-[4/3] w-full rounded-block bg-sunken object-cover"
            />
            <div className="flex items-center justify-between gap-2 text-13">
              <span className="min-w-0 truncate">
                {note || t(`photoPlace.${place}`)} <span className="text-ink-3">{format.time(at)}</span>
              </span>
              <DeliveryForm act="removePhoto" which={photoId} values={{ photoId }}>
                <Button type="submit" size="small" kind="quiet">
                  {t("keys.remove")}
                </Button>
              </DeliveryForm>
            </div>
          </li>
        ))}
      </ul>
      <DeliveryForm act="photo" file className="mt-3 grid items-end gap-3 sm:grid-cols-2">
        {({ busy }) => (
          <>
            <SelectField
              name="place"
              label={t("keys.place")}
              options={handoverPhotoPlaces.map((place) => ({ value: place, label: t(`photoPlace.${place}`) }))}
            />
            <TextField name="note" label={t("keys.note")} maxLength={80} optional />
            <PhotoInput label={t("keys.photos")} />
            <Button type="submit" busy={busy} className="justify-self-start">
              <Camera aria-hidden strokeWidth={1.75} />
              {t("keys.take")}
            </Button>
          </>
        )}
      </DeliveryForm>
    </Sheet>
  );
}
