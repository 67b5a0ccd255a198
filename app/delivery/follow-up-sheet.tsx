import { Check } from "lucide-react";
import { followUpDays } from "#machines/stages/handover";
import { Button } from "#app/ui/button";
import { CheckboxField } from "#app/ui/choice-field";
import { Chip } from "#app/ui/chip";
import { useMessages } from "#app/ui/messages";
import { Sheet, SheetHead } from "#app/ui/sheet";
import { TextAreaField, TextField } from "#app/ui/text-field";
import { useFormat } from "#app/ui/use-format";
import type { DeliveryDeal } from "./delivery-deal";
import { DeliveryForm } from "./delivery-form";
import { deliveryDeskMessages } from "./delivery-desk-messages";
import { wallClockOf } from "./store-time";

/** Some days after the keys: what the customer asked, when the car comes in first, and a word on how it went. */
export function FollowUpSheet({ page }: { page: DeliveryDeal }) {
  const t = useMessages(deliveryDeskMessages);
  const format = useFormat();
  const { followUp } = page.card.handover;
  const { row } = page;
  const between = row.followUp && {
    from: format.date(row.followUp.from, "short"),
    to: format.date(row.followUp.to, "short"),
  };
  return (
    <Sheet id="second">
      <SheetHead
        title={t("followUp.title")}
        aside={
          row.followUp && between ? (
            <Chip
              kind={row.followUp.state === "late" ? "negative" : row.followUp.state === "due" ? "warning" : "neutral"}
            >
              {t(row.followUp.state === "late" ? "followUp.late" : "followUp.due", between)}
            </Chip>
          ) : null
        }
      />
      {followUp ? (
        <div className="mt-2 flex flex-col gap-1">
          <p className="flex items-center gap-2 text-pos">
            <Check aria-hidden className="size-5 shrink-0" strokeWidth={2} />
            {t("followUp.done", { name: followUp.by.firstName ?? "", day: format.date(followUp.at, "short") })}
          </p>
          {followUp.note ? <p className="text-ink-2">{followUp.note}</p> : null}
          {followUp.serviceAt ? (
            <p>{t("followUp.serviceAt", { time: format.dateTime(followUp.serviceAt, "weekday") })}</p>
          ) : null}
          {followUp.reviewAsked ? <p className="text-13 text-ink-3">{t("followUp.reviewAsked")}</p> : null}
          <details className="mt-1">
            <summary className="touch-target inline-block text-13 text-accent-600">{t("followUp.change")}</summary>
            <FollowUpForm page={page} />
          </details>
        </div>
      ) : (
        <>
          <p className="mt-2 text-13 text-ink-2">
            {t("followUp.lead", { first: `${followUpDays.first}`, last: `${followUpDays.last}` })}
          </p>
          <FollowUpForm page={page} />
        </>
      )}
    </Sheet>
  );
}

function FollowUpForm({ page }: { page: DeliveryDeal }) {
  const t = useMessages(deliveryDeskMessages);
  const { followUp } = page.card.handover;
  const hasMail = page.card.people.customer.email !== "";
  const { timeZone } = page.rooftop;
  return (
    <DeliveryForm act="followUp" className="mt-3 flex flex-col gap-3">
      {({ busy }) => (
        <>
          <TextAreaField
            name="note"
            label={t("followUp.note")}
            hint={t("followUp.noteHint")}
            maxLength={1_000}
            rows={2}
            defaultValue={followUp?.note ?? ""}
          />
          <TextField
            name="service"
            type="datetime-local"
            label={t("followUp.service")}
            defaultValue={followUp?.serviceAt ? wallClockOf(followUp.serviceAt, timeZone) : ""}
            optional
            className="max-w-64"
          />
          {hasMail ? (
            <CheckboxField
              name="review"
              value="yes"
              label={t("followUp.review")}
              defaultChecked={followUp?.reviewAsked ?? false}
            />
          ) : (
            <p className="text-13 text-ink-3">{t("followUp.reviewNoMail")}</p>
          )}
          <Button type="submit" busy={busy} className="self-start">
            {t("followUp.save")}
          </Button>
        </>
      )}
    </DeliveryForm>
  );
}
