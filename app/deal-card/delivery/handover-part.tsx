import { Check, Circle } from "lucide-react";
import { BookedTime } from "#app/deal-card/delivery/booked-time";
import { ContactlessChoice } from "#app/deal-card/delivery/contactless-choice";
import { FollowUpNote, OwedList } from "#app/deal-card/delivery/owed-list";
import { OwnSignature } from "#app/deal-card/delivery/own-signature";
import { handoverMessages } from "#app/deal-card/delivery/handover-messages";
import { WhatToBring } from "#app/deal-card/delivery/what-to-bring";
import { PanelSection } from "#app/deal-card/stage-panel";
import { useDeal } from "#app/deal-card/use-deal";
import { ButtonLink } from "#app/ui/button";
import { cx } from "#app/ui/class-names";
import { useMessages } from "#app/ui/messages";
import { useFormat } from "#app/ui/use-format";
import { handoverTime, trackingSteps } from "#machines/stages/handover";
import { titleSteps } from "#machines/stages/title-work";

/** From the frozen numbers to the last plate, as the customer follows it. */
export function HandoverPart() {
  const { view } = useDeal();
  const { life } = view;
  if (life !== "contracting" && life !== "contracted" && life !== "delivered") return null;
  return (
    <div className="mt-4 flex min-w-0 flex-col gap-5 max-sm:gap-3">
      {life === "delivered" ? null : (
        <PanelSection>
          <BookedTime slot={handoverTime(view.card)} afterFreeze />
        </PanelSection>
      )}
      {life === "delivered" ? null : (
        <PanelSection>
          <ContactlessChoice />
        </PanelSection>
      )}
      <Way />
      {life === "delivered" ? null : <WhatToBring />}
      <OwedList />
      {life === "delivered" ? <Papers /> : null}
      <Condition />
      {life === "contracted" ? <OwnSignature /> : null}
      {life === "delivered" ? <FollowUpNote /> : null}
      {life === "delivered" ? <Return /> : null}
    </div>
  );
}

/** One calm line of stations: what is behind, where it is now, what is to come. */
function Way() {
  const { view } = useDeal();
  const t = useMessages(handoverMessages);
  const format = useFormat();
  const { handover, delivery, life } = view.card;
  const isHome = delivery.method === "home";
  const steps = trackingSteps.filter((step) => isHome || step === "preparing" || step === "ready");
  const newest = Math.max(-1, ...handover.track.map(({ step }) => steps.indexOf(step)));
  const isDelivered = life.deliveredAt !== null;
  const stations = [
    { name: t("step.booked"), done: handoverTime(view.card) !== null, note: "" },
    ...steps.map((step, place) => {
      const told = handover.track.find((one) => one.step === step);
      const note = told
        ? [
            told.expectedAt ? t("expected", { time: format.time(told.expectedAt) }) : format.dateTime(told.at),
            told.driver ? t("driver", { name: told.driver }) : "",
          ]
            .filter(Boolean)
            .join(" · ")
        : "";
      return { name: t(`step.${step}`), done: isDelivered || place <= newest, note };
    }),
    {
      name: t("step.delivered"),
      done: isDelivered,
      note: life.deliveredAt ? format.dateTime(life.deliveredAt) : "",
    },
  ];
  return (
    <PanelSection title={t("way")}>
      <ol aria-live="polite">
        {stations.map(({ name, done, note }, place) => (
          <li key={name} className="relative flex gap-3 pb-4 last:pb-0">
            {place < stations.length - 1 ? (
              <span
                aria-hidden
                className={cx("absolute top-6 bottom-0 left-2.5 w-px", done ? "bg-accent-600" : "bg-line-2")}
              />
            ) : null}
            {done ? (
              <span
                aria-hidden
                className="grid size-5 shrink-0 place-items-center rounded-full bg-accent-600 text-on-accent"
              >
                <Check className="size-3.5" strokeWidth={2.5} />
              </span>
            ) : (
              <Circle aria-hidden className="size-5 shrink-0 text-ink-3" strokeWidth={1.5} />
            )}
            <p className="min-w-0">
              <span className={cx("block", done ? "font-medium" : "text-ink-2")}>
                {name}
                <span className="sr-only"> {t(done ? "done" : "coming")}</span>
              </span>
              {note ? <span className="block text-13 text-ink-3">{note}</span> : null}
            </p>
          </li>
        ))}
      </ol>
    </PanelSection>
  );
}

function Papers() {
  const { view } = useDeal();
  const t = useMessages(handoverMessages);
  const format = useFormat();
  const { titleWork } = view.card;
  return (
    <PanelSection title={t("papers")}>
      <ul className="flex flex-col gap-2">
        {titleSteps.map((step) => {
          const done = titleWork.done.find((one) => one.step === step);
          return (
            <li key={step} className="flex items-center gap-3">
              {done ? (
                <Check aria-hidden className="size-5 shrink-0 text-pos" strokeWidth={2} />
              ) : (
                <Circle aria-hidden className="size-5 shrink-0 text-ink-3" strokeWidth={1.5} />
              )}
              <span className={done ? "" : "text-ink-2"}>{t(`paper.${step}`)}</span>
              <span className="ml-auto text-13 text-ink-3">{done ? format.date(done.at, "short") : t("coming")}</span>
            </li>
          );
        })}
      </ul>
      {titleWork.tagExpiresOn ? (
        <p className="mt-2 text-13 text-ink-2">{t("tag", { day: format.date(titleWork.tagExpiresOn, "short") })}</p>
      ) : null}
    </PanelSection>
  );
}

/** The photos both saw before they signed. */
function Condition() {
  const { view, dealId } = useDeal();
  const t = useMessages(handoverMessages);
  const format = useFormat();
  const { photos, odometer } = view.card.handover;
  if (photos.length === 0) return null;
  return (
    <PanelSection
      title={t("photos")}
      aside={odometer === null ? undefined : t("odometer", { miles: format.miles(odometer) })}
    >
      <ul className="grid grid-cols-3 gap-2 sm:grid-cols-4">
        {photos.map(({ photoId, note, place }) => (
          <li key={photoId}>
            <a href={`/deals/${dealId}/condition/${photoId}`} target="_blank" rel="noreferrer">
              <img
                src={`/deals/${dealId}/condition/${photoId}?size=thumb`}
                alt={note || place}
                width={480}
                height={360}
                loading="lazy"
                className="aspect-[4/3] w-full rounded-cell bg-sunken object-cover"
              />
            </a>
            {note ? <p className="text-12 text-ink-3">{note}</p> : null}
          </li>
        ))}
      </ul>
    </PanelSection>
  );
}

/** The right to bring it back, where the store has one, and what became of it. */
function Return() {
  const { view, dealId } = useDeal();
  const t = useMessages(handoverMessages);
  const format = useFormat();
  const { store, returns } = view.card;
  const policies = store.returns ?? [];
  if (policies.length === 0 && !returns.request) return null;
  return (
    <PanelSection title={t("return")}>
      {returns.request ? <p className="text-ink-2">{t(`returned.${returns.request.status}`)}</p> : null}
      {policies.map(({ code, name, days, miles }) => (
        <p key={code} className="text-13 text-ink-2">
          {t("returnNote", { name, days, miles: miles === null ? "none" : format.miles(miles) })}
        </p>
      ))}
      <ButtonLink to={`/deals/${dealId}/return`} className="mt-3">
        {t("return")}
      </ButtonLink>
    </PanelSection>
  );
}
