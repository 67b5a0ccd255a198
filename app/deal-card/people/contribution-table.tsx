import { useEffect } from "react";
import { peopleMessages } from "#app/deal-card/people/people-messages";
import { useDeal } from "#app/deal-card/use-deal";
import { useJson } from "#app/deal-card/use-json";
import { useMessages } from "#app/ui/messages";
import { SkeletonText } from "#app/ui/skeleton";
import { useFormat } from "#app/ui/use-format";
import type { ContributionRecord } from "#machines/deal/contribution-record";

/** Who did what for this deal, from when to when, as the journal has it. */
export function ContributionTable() {
  const t = useMessages(peopleMessages);
  const { dealId, view } = useDeal();
  const { data, load } = useJson<{ records: ContributionRecord[] }>();
  // A takeover shows here at once; every other edit would only add one to a count.
  const { salesperson, fniManager } = view.card.people;
  const seats = [salesperson, fniManager].map((seat) => seat?.firstName ?? "").join();
  useEffect(() => {
    void load(`/deals/${dealId}/contributions?${new URLSearchParams({ seats })}`);
  }, [dealId, load, seats]);
  if (!data) return <SkeletonText lines={3} />;
  return (
    <>
      <p className="mb-3 text-13 text-ink-2">{t("workNote")}</p>
      <ul className="flex flex-col gap-3">
        {data.records.map((record) => (
          <WorkRow key={`${record.person.kind} ${record.person.id}`} record={record} />
        ))}
      </ul>
    </>
  );
}

function WorkRow({ record }: { record: ContributionRecord }) {
  const t = useMessages(peopleMessages);
  const format = useFormat();
  const { person, seats, events, total, firstAt, lastAt } = record;
  const places = Object.entries(events) as [keyof ContributionRecord["events"], number][];
  return (
    <li className="rounded-block border border-line px-3 py-2.5">
      <p className="flex items-baseline justify-between gap-3">
        <span className="font-medium">
          {person.firstName ?? t("customer")}
          {person.seat ? <span className="font-normal text-ink-3">, {t(`seatOf.${person.seat}`)}</span> : null}
        </span>
        <span className="figures text-13 text-ink-3">{t("events", { count: total })}</span>
      </p>
      <p className="text-13 text-ink-2">
        {places.map(([place, count]) => `${t(`place.${place}`)} ${count}`).join(" · ")}
      </p>
      {seats.map(({ seat, from, until }) => (
        <p key={`${seat} ${from}`} className="figures text-13 text-ink-2">
          {t("workSeat", {
            seat: t(seat),
            from: format.dateTime(from),
            until: until ? format.dateTime(until) : t("workNow"),
          })}
        </p>
      ))}
      <p className="figures text-12 text-ink-3">
        {format.dateTime(firstAt)} – {format.dateTime(lastAt)}
      </p>
    </li>
  );
}
