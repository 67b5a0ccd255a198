import { handoverMessages } from "#app/deal-card/delivery/handover-messages";
import { PanelSection } from "#app/deal-card/stage-panel";
import { useDeal } from "#app/deal-card/use-deal";
import { cx } from "#app/ui/class-names";
import { useMessages } from "#app/ui/messages";
import { useFormat } from "#app/ui/use-format";

/** What the store promised beyond the car: open until it is kept, and shown kept after that. */
export function OwedList() {
  const { view, dealId } = useDeal();
  const t = useMessages(handoverMessages);
  const format = useFormat();
  const { items } = view.card.dueBill;
  if (items.length === 0) return null;
  return (
    <PanelSection title={t("owed")}>
      <ul className="divide-y divide-line">
        {items.map(({ itemId, text, owner, dueOn, closedAt, closedNote, photoId, appointmentAt }) => (
          <li key={itemId} className="flex items-start gap-4 py-2">
            {photoId ? (
              <a href={`/deals/${dealId}/condition/${photoId}`} target="_blank" rel="noreferrer" className="shrink-0">
                <img
                  src={`/deals/${dealId}/condition/${photoId}?size=thumb`}
                  alt={t("owedPhoto", { text })}
                  width={64}
                  height={48}
                  loading="lazy"
                  className="h-12 w-16 rounded-cell bg-sunken object-cover"
                />
              </a>
            ) : null}
            <span className={cx("min-w-0 flex-1", closedAt && "text-ink-3")}>
              {text}
              {closedNote ? <span className="block text-13 text-ink-3">{closedNote}</span> : null}
              {appointmentAt && !closedAt ? (
                <span className="block text-13 text-ink-2">
                  {t("owedAt", { time: format.dateTime(appointmentAt, "weekday") })}
                </span>
              ) : null}
            </span>
            <span className="shrink-0 text-13 text-ink-2">
              {closedAt
                ? t("kept", { day: format.date(closedAt, "short") })
                : owner
                  ? t("owedBy", { name: owner.firstName, day: format.date(dueOn, "short") })
                  : t("owedByNobody", { day: format.date(dueOn, "short") })}
            </span>
          </li>
        ))}
      </ul>
    </PanelSection>
  );
}

/** Some days after: what was asked and answered, and when the car comes in first. */
export function FollowUpNote() {
  const { view } = useDeal();
  const t = useMessages(handoverMessages);
  const format = useFormat();
  const { followUp } = view.card.handover;
  if (!followUp?.note && !followUp?.serviceAt) return null;
  return (
    <PanelSection title={t("followUp")}>
      {followUp.serviceAt ? (
        <p className="font-medium">{t("service", { time: format.dateTime(followUp.serviceAt, "weekday") })}</p>
      ) : null}
      {followUp.note ? <p className="text-ink-2">{followUp.note}</p> : null}
    </PanelSection>
  );
}
