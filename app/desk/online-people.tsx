import { Monitor, Smartphone, Tablet } from "lucide-react";
import type { DeskRow } from "#app/realtime/protocol";
import { LiveDot } from "#app/ui/avatar";
import { useMessages } from "#app/ui/messages";
import { customersOn } from "./desk-filter";
import { deskMessages } from "./desk-messages";

type OnlinePerson = DeskRow["online"][number];

const deviceIcon = { phone: Smartphone, tablet: Tablet, desktop: Monitor };

export function DeviceIcon({ device }: { device: OnlinePerson["device"] }) {
  const t = useMessages(deskMessages);
  const Icon = deviceIcon[device];
  const words = t("onDevice", { device });
  return (
    <span role="img" aria-label={words} title={words} className="shrink-0 text-ink-3">
      <Icon aria-hidden className="size-4" strokeWidth={1.75} />
    </span>
  );
}

export function useOnlineName() {
  const t = useMessages(deskMessages);
  return ({ firstName, role }: OnlinePerson) => firstName || (role === "customer" ? t("customer") : "");
}

/** Customers first: it is their being there that a desk looks for. */
export const byInterest = (online: readonly OnlinePerson[]) =>
  online.toSorted((one, other) => Number(other.role === "customer") - Number(one.role === "customer"));

/** In a row: the first person with their device, the others as a number. */
export function OnlineCell({ row }: { row: DeskRow }) {
  const t = useMessages(deskMessages);
  const nameOf = useOnlineName();
  const wordsOf = useOnlineWords();
  const [first, ...others] = byInterest(row.online);
  if (!first) return null;
  return (
    <span className="inline-flex max-w-full min-w-0 items-center gap-2 align-middle" title={wordsOf(row)}>
      <LiveDot live={customersOn(row).length > 0} className="ring-0!" />
      <span className="truncate">{nameOf(first)}</span>
      <DeviceIcon device={first.device} />
      {others.length > 0 ? (
        <span className="figures text-12 text-ink-3">{t("moreOnline", { count: others.length })}</span>
      ) : null}
    </span>
  );
}

/** Where there is room for one sign: the device, with a dot while the customer is there. */
export function OnlineMark({ row }: { row: DeskRow }) {
  const wordsOf = useOnlineWords();
  const first = byInterest(row.online)[0];
  if (!first) return null;
  const Icon = deviceIcon[first.device];
  const words = wordsOf(row);
  return (
    <span role="img" aria-label={words} title={words} className="relative inline-block align-middle text-ink-3">
      <Icon aria-hidden className="size-4" strokeWidth={1.75} />
      {customersOn(row).length > 0 ? (
        <LiveDot className="absolute -top-0.5 -right-1 border border-surface ring-0!" />
      ) : null}
    </span>
  );
}

function useOnlineWords() {
  const t = useMessages(deskMessages);
  const nameOf = useOnlineName();
  return (row: DeskRow) =>
    row.online.map((person) => `${nameOf(person)} ${t("onDevice", { device: person.device })}`).join(", ");
}
