import { useState } from "react";
import { SeatLinkBox } from "#app/deal-card/people/seat-link-box";
import { peopleMessages } from "#app/deal-card/people/people-messages";
import { useDeal } from "#app/deal-card/use-deal";
import { useSend } from "#app/deal-card/use-send";
import { Avatar } from "#app/ui/avatar";
import { Button } from "#app/ui/button";
import { Chip } from "#app/ui/chip";
import { useMessages } from "#app/ui/messages";
import { SelectField } from "#app/ui/text-field";
import { useFormat } from "#app/ui/use-format";
import { openSeats, scopesOf, type SeatScope } from "#machines/deal/seat";
import type { CustomerCard } from "#machines/deal/project-deal";

type ShownSeat = CustomerCard["seats"]["list"][number];

/** The buyer and everybody who was given a seat beside them. */
export function SeatList() {
  const t = useMessages(peopleMessages);
  const { view, people, place } = useDeal();
  const { customer } = view.card.people;
  const buyerIsHere = people.some(({ role, seat }) => role === "customer" && (!seat || seat === "storeScreen"));
  const name = [customer.firstName, customer.lastName].filter(Boolean).join(" ") || t("customer");
  return (
    <ul className="flex flex-col gap-4">
      <li className="flex items-center gap-3">
        <Avatar name={name} who={2} online={buyerIsHere} />
        <p className="min-w-0 flex-1">
          <span className="block font-medium">
            {name}
            {place.kind === "buyer" ? <span className="text-ink-3">, {t("you")}</span> : null}
          </span>
          <span className="block text-13 text-ink-3">{t("buyer")}</span>
        </p>
        {buyerIsHere ? <Chip kind="positive">{t("here")}</Chip> : null}
      </li>
      {openSeats(view.card.seats).map((seat) => (
        <SeatRow key={seat.seatId} seat={seat} />
      ))}
    </ul>
  );
}

function SeatRow({ seat }: { seat: ShownSeat }) {
  const t = useMessages(peopleMessages);
  const format = useFormat();
  const { isStaff, place, people } = useDeal();
  const own = place.kind === "seat" && place.seatId === seat.seatId;
  const runs = isStaff || place.kind === "buyer" || place.kind === "screen";
  const isHere = people.some((one) => one.seat === seat.kind && one.firstName === seat.name);
  const since = seat.takenAt ? t("joined", { time: format.dateTime(seat.takenAt) }) : t("invited");
  return (
    <li className="flex flex-col gap-3">
      <div className="flex items-center gap-3">
        <Avatar name={seat.name} who={3} online={isHere} />
        <p className="min-w-0 flex-1">
          <span className="block font-medium">
            {seat.name}
            {own ? <span className="text-ink-3">, {t("you")}</span> : null}
          </span>
          <span className="block text-13 text-ink-3">
            {t(`kind.${seat.kind}`)}, {t(`relation.${seat.relation}`)}. {since}
          </span>
        </p>
        {isHere ? <Chip kind="positive">{t("here")}</Chip> : null}
      </div>
      {runs ? <SeatActs seat={seat} /> : null}
      {runs ? null : <p className="pl-11 text-13 text-ink-2">{t(`scopeNote.${seat.scope}`)}</p>}
      {own ? <EndSeat seatId={seat.seatId} label={t("leave")} /> : null}
    </li>
  );
}

function SeatActs({ seat }: { seat: ShownSeat }) {
  const t = useMessages(peopleMessages);
  const { act, busy } = useSend();
  const [linking, setLinking] = useState(false);
  return (
    <div className="flex flex-col gap-3 pl-11">
      <SelectField
        label={t("scopeLabel")}
        hint={t(`scopeNote.${seat.scope}`)}
        value={seat.scope}
        disabled={busy}
        options={scopesOf(seat.kind).map((scope) => ({ value: scope, label: t(`scope.${scope}`) }))}
        onChange={(event) =>
          void act({ type: "seat.scopeChanged", seatId: seat.seatId, scope: event.target.value as SeatScope })
        }
      />
      {linking ? <SeatLinkBox seatId={seat.seatId} name={seat.name} /> : null}
      <div className="flex flex-wrap gap-2">
        {seat.takenAt === null && !linking ? <Button onClick={() => setLinking(true)}>{t("link")}</Button> : null}
        <EndSeat seatId={seat.seatId} label={t("end")} />
      </div>
    </div>
  );
}

function EndSeat({ seatId, label }: { seatId: string; label: string }) {
  const { act, busy } = useSend();
  return (
    <Button kind="quiet" busy={busy} className="self-start" onClick={() => void act({ type: "seat.ended", seatId })}>
      {label}
    </Button>
  );
}
