import { Check, KeyRound, Lock } from "lucide-react";
import { Button, ButtonLink } from "#app/ui/button";
import { useMessages } from "#app/ui/messages";
import { Sheet, SheetHead } from "#app/ui/sheet";
import { TextAreaField } from "#app/ui/text-field";
import { useFormat } from "#app/ui/use-format";
import type { DeliveryDeal } from "./delivery-deal";
import { DeliveryForm } from "./delivery-form";
import { deliveryDeskMessages } from "./delivery-desk-messages";

/** The gate: what keeps the keys here, and who may say that they leave all the same. */
export function ReleaseSheet({ page }: { page: DeliveryDeal }) {
  const t = useMessages(deliveryDeskMessages);
  const format = useFormat();
  const { life, row, card, dealId, isManager, receipt } = page;
  if (life === "delivered")
    return (
      <Sheet>
        <SheetHead title={t("release.title")} />
        <p className="mt-2 flex items-center gap-2 text-pos">
          <Check aria-hidden className="size-5 shrink-0" strokeWidth={2} />
          {t("keys.given", { time: card.life.deliveredAt ? format.dateTime(card.life.deliveredAt) : "" })}
        </p>
        {receipt ? (
          <p className="mt-3 text-13 text-ink-2">
            <a href={`/desk/delivery/${dealId}/receipt`} className="touch-target text-accent-600">
              {t("keys.receipt")}
            </a>
            <span className="mt-1 block break-all text-ink-3">
              {t("keys.receiptHash", { hash: receipt.sha256.slice(0, 16) })}
            </span>
          </p>
        ) : null}
        <Overrides page={page} />
      </Sheet>
    );
  const open = row.blockers;
  return (
    <Sheet>
      <SheetHead title={t("release.title")} />
      {open.length === 0 ? (
        <p className="mt-2 flex items-center gap-2 text-pos">
          <Check aria-hidden className="size-5 shrink-0" strokeWidth={2} />
          {t("release.ready")}
        </p>
      ) : (
        <p className="mt-2 flex items-start gap-2 text-ink-2">
          <Lock aria-hidden className="mt-px size-5 shrink-0" strokeWidth={1.75} />
          <span>
            <span className="block font-semibold text-ink">{t("blockers", { count: open.length })}</span>
            {t("release.locked")}
          </span>
        </p>
      )}
      <Overrides page={page} />
      {life === "contracted" ? (
        <ButtonLink to={`/desk/delivery/${dealId}/keys`} kind="primary" size="large" wide className="mt-4">
          <KeyRound aria-hidden strokeWidth={1.75} />
          {t(row.contactless ? "keys.prepare" : "keys.open")}
        </ButtonLink>
      ) : null}
      <DeliveryForm
        act="contactless"
        values={{ contactless: row.contactless ? "no" : "yes" }}
        className="mt-3 flex flex-col items-start gap-1"
      >
        {row.contactless ? <p className="text-13 text-ink-2">{t("contactlessLead")}</p> : null}
        <Button type="submit" size="small" kind="quiet" className="-ml-3">
          {t(row.contactless ? "meet" : "noMeeting")}
        </Button>
      </DeliveryForm>
      {open.length > 0 && life !== "open" && isManager ? <OverrideForm page={page} /> : null}
      {open.length > 0 && !isManager ? <p className="mt-3 text-13 text-ink-3">{t("release.managersOnly")}</p> : null}
    </Sheet>
  );
}

function Overrides({ page }: { page: DeliveryDeal }) {
  const t = useMessages(deliveryDeskMessages);
  const nameOf = (code: string) =>
    page.items.find(({ item }) => item === code)?.title || t(`work.${code as "funds"}`) || code;
  return (
    <ul className="mt-2 flex flex-col gap-1 text-13 text-warn">
      {page.card.handover.overrides.map(({ items, reason, by, at }) => (
        <li key={at}>
          {t("release.overridden", { name: by.firstName ?? "", items: items.map(nameOf).join(", "), reason })}
        </li>
      ))}
    </ul>
  );
}

/** One manager, by name, for the points they tick: what opens later is open again. */
function OverrideForm({ page }: { page: DeliveryDeal }) {
  const t = useMessages(deliveryDeskMessages);
  return (
    <details className="mt-3">
      <summary className="touch-target inline-block text-13 text-accent-600">{t("release.override")}</summary>
      <DeliveryForm act="override" className="mt-2 flex flex-col gap-3">
        <ul className="flex flex-col">
          {page.row.blockers.map(({ item, title }) => (
            <li key={item}>
              <label className="flex min-h-11 items-center gap-3">
                <input type="checkbox" name="items" value={item} className="size-5 accent-(--color-accent-600)" />
                {title || t(`work.${item as "funds"}`)}
              </label>
            </li>
          ))}
        </ul>
        <TextAreaField name="reason" label={t("release.reason")} required maxLength={1_000} rows={2} />
        <Button type="submit" className="self-start">
          {t("release.override")}
        </Button>
      </DeliveryForm>
    </details>
  );
}
