import { Check, Circle, TriangleAlert } from "lucide-react";
import type { TitleDue } from "#machines/stages/title-work";
import { Button } from "#app/ui/button";
import { cx } from "#app/ui/class-names";
import { useMessages } from "#app/ui/messages";
import { Sheet, SheetHead } from "#app/ui/sheet";
import { TextField } from "#app/ui/text-field";
import { useFormat } from "#app/ui/use-format";
import type { DeliveryDeal } from "./delivery-deal";
import { DeliveryForm } from "./delivery-form";
import { deliveryDeskMessages } from "./delivery-desk-messages";

/** The papers after the keys: each step with its date, and a warning before it is late. */
export function TitleSheet({ page }: { page: DeliveryDeal }) {
  const t = useMessages(deliveryDeskMessages);
  const { titleWork } = page.card;
  return (
    <Sheet>
      <SheetHead title={t("titleWork.title")} hint={t("titleWork.general")} />
      <ul className="mt-3 divide-y divide-line">
        {page.dues.map((due) => (
          <DueRow key={due.about} due={due} />
        ))}
      </ul>
      <div className="mt-3 grid gap-4 border-t border-line pt-3 sm:grid-cols-2">
        <DeliveryForm act="tag" className="flex flex-wrap items-end gap-2">
          <TextField
            name="expiresOn"
            type="date"
            label={t("titleWork.tagUntil")}
            required
            defaultValue={titleWork.tagExpiresOn ?? ""}
            className="min-w-40 flex-1"
          />
          <Button type="submit">{t("planSave")}</Button>
        </DeliveryForm>
        <DeliveryForm act="titleHolder" className="flex flex-wrap items-end gap-2">
          <TextField
            name="holder"
            label={t("titleWork.holder")}
            maxLength={80}
            defaultValue={titleWork.holder}
            className="min-w-40 flex-1"
          />
          <Button type="submit">{t("planSave")}</Button>
        </DeliveryForm>
      </div>
    </Sheet>
  );
}

function DueRow({ due }: { due: TitleDue }) {
  const t = useMessages(deliveryDeskMessages);
  const format = useFormat();
  const { about, done, level, dueOn } = due;
  const Icon = done ? Check : level ? TriangleAlert : Circle;
  const tone = done ? "text-pos" : level === "late" ? "text-neg" : level === "soon" ? "text-warn" : "text-ink-3";
  const words = done ? "done" : level === "late" ? "late" : level === "soon" ? "soon" : "due";
  return (
    <li className="flex items-center gap-3 py-2">
      <Icon aria-hidden className={cx("size-5 shrink-0", tone)} strokeWidth={1.75} />
      <div className="min-w-0 flex-1">
        <p className="font-medium">{t(`titleWork.${about}`)}</p>
        <p className={cx("text-13", tone)}>{t(`titleWork.${words}`, { day: format.date(dueOn, "short") })}</p>
      </div>
      {about === "tag" ? null : (
        <DeliveryForm act="titleStep" which={about} values={{ step: about, done: done ? "no" : "yes" }}>
          <Button type="submit" size="small" kind={done ? "quiet" : "outline"}>
            {t(done ? "undo" : "done")}
            <span className="sr-only"> {t(`titleWork.${about}`)}</span>
          </Button>
        </DeliveryForm>
      )}
    </li>
  );
}
