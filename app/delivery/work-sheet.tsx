import { Check, Circle, ShieldAlert } from "lucide-react";
import type { ReadinessItem } from "#machines/deal/readiness";
import { readinessLights } from "#machines/stages/handover";
import { Button } from "#app/ui/button";
import { cx } from "#app/ui/class-names";
import { useMessages } from "#app/ui/messages";
import { Sheet } from "#app/ui/sheet";
import { SelectField, TextField } from "#app/ui/text-field";
import { useFormat } from "#app/ui/use-format";
import type { DeliveryDeal } from "./delivery-deal";
import { DeliveryForm } from "./delivery-form";
import { deliveryDeskMessages } from "./delivery-desk-messages";

/** All the work before the keys, by light: tick it, give it to somebody, say by when. */
export function WorkSheet({ page }: { page: DeliveryDeal }) {
  const t = useMessages(deliveryDeskMessages);
  return (
    <Sheet padding="none" className="overflow-clip">
      {readinessLights.map((light) => {
        const items = page.items.filter((item) => item.light === light);
        if (items.length === 0) return null;
        return (
          <section key={light} className="border-b border-line last:border-b-0">
            <h2 className="bg-ground px-4 py-2 text-13 font-semibold">{t(`light.${light}`)}</h2>
            <ul className="divide-y divide-line">
              {items.map((item) => (
                <WorkRow key={item.item} item={item} page={page} />
              ))}
            </ul>
          </section>
        );
      })}
      <details className="px-4 py-2">
        <summary className="touch-target py-2 text-13 text-accent-600">{t("addWork")}</summary>
        <PlanForm page={page} item={null} />
      </details>
    </Sheet>
  );
}

function WorkRow({ item, page }: { item: ReadinessItem; page: DeliveryDeal }) {
  const t = useMessages(deliveryDeskMessages);
  const format = useFormat();
  const late = !item.done && item.dueAt !== null && page.row.blockers.some((one) => one.item === item.item && one.late);
  const owner = item.owner?.firstName ?? t(`ownerRole.${item.ownerRole}`);
  const notes = [
    owner,
    item.done || !item.dueAt ? null : t(late ? "overdue" : "due", { time: format.dateTime(item.dueAt) }),
    item.required ? null : t("optional"),
    item.overridden ? t("takenOver") : null,
    item.derived ? t("byDeal") : null,
  ];
  return (
    <li className="px-4 py-2">
      <div className="flex items-center gap-3">
        <StateIcon item={item} />
        <div className="min-w-0 flex-1">
          <p className={cx("font-medium", item.done && "text-ink-2")}>
            {item.title || t(`work.${item.item as "funds"}`)}
          </p>
          <p className={cx("text-13", late ? "text-neg" : "text-ink-3")}>{notes.filter(Boolean).join(" · ")}</p>
        </div>
        {item.derived ? null : (
          <DeliveryForm act="work" which={item.item} values={{ item: item.item, done: item.done ? "no" : "yes" }}>
            {({ busy }) => (
              <Button type="submit" size="small" kind={item.done ? "quiet" : "outline"} busy={busy}>
                {t(item.done ? "undo" : "done")}
                <span className="sr-only"> {item.title || t(`work.${item.item as "funds"}`)}</span>
              </Button>
            )}
          </DeliveryForm>
        )}
      </div>
      {item.derived || item.done ? null : (
        <details className="ml-8">
          <summary className="touch-target inline-block text-13 text-ink-3">{t("plan")}</summary>
          <PlanForm page={page} item={item} />
        </details>
      )}
    </li>
  );
}

function StateIcon({ item }: { item: ReadinessItem }) {
  if (item.done) return <Check aria-hidden className="size-5 shrink-0 text-pos" strokeWidth={2} />;
  if (item.overridden) return <ShieldAlert aria-hidden className="size-5 shrink-0 text-warn" strokeWidth={1.75} />;
  return <Circle aria-hidden className="size-5 shrink-0 text-ink-3" strokeWidth={1.75} />;
}

/** Who does it and by when; without an item, what it is as well. */
function PlanForm({ page, item }: { page: DeliveryDeal; item: ReadinessItem | null }) {
  const t = useMessages(deliveryDeskMessages);
  const people = page.staff.map(({ staffId, name }) => ({ value: staffId, label: name }));
  return (
    <DeliveryForm
      act="plan"
      which={item?.item ?? "own"}
      values={item ? { item: item.item, light: item.light, title: item.title } : {}}
      className="grid gap-3 py-2 sm:grid-cols-2"
    >
      {item ? null : (
        <>
          <TextField name="title" label={t("what")} required maxLength={80} />
          <SelectField
            name="light"
            label={t("light.car")}
            hideLabel
            defaultValue="car"
            options={readinessLights.map((light) => ({ value: light, label: t(`light.${light}`) }))}
            className="self-end"
          />
        </>
      )}
      <SelectField
        name="staffId"
        label={t("owner")}
        placeholder={t(`ownerRole.${item?.ownerRole ?? "salesperson"}`)}
        defaultValue={item?.owner?.staffId ?? ""}
        options={people}
      />
      <TextField name="due" type="datetime-local" label={t("dueAt")} />
      <Button type="submit" size="small" className="justify-self-start">
        {t(item ? "planSave" : "add")}
      </Button>
    </DeliveryForm>
  );
}
