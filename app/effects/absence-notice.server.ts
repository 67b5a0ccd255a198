import { z } from "zod";
import { contextOf, type DealState } from "#machines/deal/apply-deal-event";
import { changeDigest } from "#machines/deal/change-digest";
import type { DealChange } from "#machines/deal/deal-changes";
import type { Audience } from "#machines/store/actor";
import { figureSentences } from "#app/deal-card/change-parts";
import { type ChangeReader, changeSentence, whoDidIt } from "#app/deal-card/change-sentence";
import { type CommittedEvent, onDealEvent } from "#app/deals/deal-feed.server";
import { noteTold, readReading, shopperReader, staffReader } from "#app/deals/deal-readings.server";
import { readDealChanges, readDealState } from "#app/deals/read-deal.server";
import { database } from "#app/platform/database.server";
import { env } from "#app/platform/env.server";
import { defineJob, enqueue } from "#app/platform/jobs.server";
import { log } from "#app/platform/log.server";
import { sendMail } from "#app/platform/mail.server";
import { remember } from "#app/platform/remember.server";
import { peopleOn } from "#app/realtime/presence.server";
import { formatMoney } from "#app/ui/format";
import type { Locale } from "#app/ui/locale";
import { translator } from "#app/ui/translator";
import { absenceMessages } from "./absence-messages";

/** Long enough for a salesperson to finish what they are doing: one notice for an afternoon's edits, not one for each. */
const QUIET_SECONDS = 10 * 60;
const RETRY_LIMIT = 4;

const absenceNotice = defineJob({
  name: "absence-notice",
  schema: z.object({ dealId: z.string() }),
  retryLimit: RETRY_LIMIT,
  handle: ({ dealId }) => tellTheAbsent(dealId),
});

/** Deals with a notice under way from this process, so that a burst of edits asks once. */
const asked = remember("absenceNotices", () => new Set<string>());

/** Whoever is not on the card when a figure moves is told what moved it, once it is quiet. */
export function watchAbsences(): () => void {
  return onDealEvent((committed) => {
    const { dealId } = committed;
    if (committed.fromElsewhere || !figureMoved(committed) || asked.has(dealId) || !someoneIsAway(committed)) return;
    asked.add(dealId);
    enqueue(absenceNotice, { dealId }, { startAfterSeconds: QUIET_SECONDS }).catch((error: unknown) => {
      asked.delete(dealId);
      log.warn({ err: error, dealId }, "a notice to somebody absent could not be put on the queue");
    });
  });
}

const figureMoved = ({ before, after }: CommittedEvent) =>
  before !== null && before.numbersRevision !== after.numbersRevision;

function someoneIsAway({ dealId, row }: CommittedEvent): boolean {
  const roles = peopleOn(dealId).map(({ role }) => role);
  return row.actor.kind === "customer" ? roles.every((role) => role === "customer") : !roles.includes("customer");
}

interface Absent {
  readerId: string;
  email: string;
  audience: Audience;
  /** Changes that this person made are no news to them. */
  own: DealChange["by"]["kind"];
  reader: ChangeReader;
  url: string;
}

export async function tellTheAbsent(dealId: string): Promise<void> {
  asked.delete(dealId);
  const state = await readDealState(dealId);
  if (!state) return;
  for (const absent of await absentFrom(dealId, state)) await tell(dealId, state, absent);
}

async function tell(dealId: string, state: DealState, absent: Absent): Promise<void> {
  const reading = await readReading(dealId, absent.readerId);
  // Somebody who never opened the card has nothing to compare with: their link tells them where the deal stands.
  if (!reading) return;
  const since = Math.max(reading.seenRevision, reading.toldRevision);
  const changes = (await readDealChanges(dealId, absent.audience)).filter(({ revision }) => revision > since);
  const digest = changeDigest(changes);
  if (!digest || changes.every((change) => change.by.kind === absent.own || change.numbers === null)) return;
  const { reader } = absent;
  const t = translator(absenceMessages, reader.locale, reader.timeZone);
  const values = {
    store: reader.storeName,
    car: carOf(state) ?? t("someCar"),
    deal: contextOf(state).identity.dealNumber,
    url: absent.url,
    payment: formatMoney(digest.after.payment ?? 0, reader.locale),
  };
  const moved = changes.filter((change) => change.numbers !== null).map((change) => written(change, reader));
  const together = figureSentences(digest, reader.locale, { nameOf: whoDidIt(reader) });
  const text = [
    t("since", values),
    ...moved,
    ...(together.length > 0 ? [[t("together"), ...together].join("\n")] : []),
    t("open", values),
    reader.storeName,
  ].join("\n\n");
  const subject =
    absent.own === "staff"
      ? t("staffSubject", values)
      : digest.after.payment === null || digest.before.payment === digest.after.payment
        ? t("subject", values)
        : t("subjectPayment", values);
  await sendMail({ key: `absence:${dealId}:${absent.readerId}:${state.revision}`, to: absent.email, subject, text });
  await noteTold(dealId, absent.readerId, state.revision);
}

function written(change: DealChange, reader: ChangeReader): string {
  const { cause, effect, parts, others } = changeSentence(change, reader);
  const whole = parts.length > 0 ? [`(${parts.join(", ")})`] : [];
  return ["•", cause, ...(effect ? [effect] : []), ...whole, ...others].join(" ");
}

/** The buyer, unless somebody of theirs is on the card, and the deal's salesperson, unless staff are. */
async function absentFrom(dealId: string, state: DealState): Promise<Absent[]> {
  const { people, store } = contextOf(state);
  const present = peopleOn(dealId).map(({ role }) => role);
  const shared = {
    timeZone: store.timeZone,
    storeName: store.name,
    productKinds: Object.fromEntries(store.fniCatalog.map(({ code, kind }) => [code, kind])),
  };
  const absent: Absent[] = [];
  const { prisma } = database();
  if (people.customer.email && !present.includes("customer")) {
    const access = await prisma.dealAccess.findFirst({
      where: { dealId, seatId: null },
      include: { shopper: true },
      orderBy: { grantedAt: "asc" },
    });
    const locale: Locale = access?.shopper.locale === "fr" ? "fr" : "en";
    const reader: ChangeReader = { ...shared, locale, you: { kind: "customer" } };
    const url = `${env.PUBLIC_URL}/resume`;
    const own = "customer";
    if (access)
      absent.push({
        readerId: shopperReader(access.shopperId),
        email: people.customer.email,
        audience: "customer",
        own,
        reader,
        url,
      });
  }
  const seat = people.salesperson;
  if (seat && present.every((role) => role === "customer")) {
    const member = await prisma.staffMember.findFirst({ where: { id: seat.staffId, active: true } });
    const you = { kind: "staff" as const, staffId: seat.staffId, firstName: seat.firstName, role: "salesperson" };
    const reader: ChangeReader = { ...shared, locale: "en", you };
    const url = `${env.PUBLIC_URL}/deals/${dealId}`;
    if (member)
      absent.push({
        readerId: staffReader(seat.staffId),
        email: member.email,
        audience: "sales",
        own: "staff",
        reader,
        url,
      });
  }
  return absent;
}

function carOf(state: DealState): string | null {
  const { vehicle } = contextOf(state).vehicle;
  return vehicle && `${vehicle.year} ${vehicle.make} ${vehicle.model}`;
}
