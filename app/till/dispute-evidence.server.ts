import { contextOf } from "#machines/deal/apply-deal-event";
import type { DealContext } from "#machines/deal/deal-context";
import { readJournal } from "#app/deals/read-journal.server";
import { readDealState } from "#app/deals/read-deal.server";
import { drawPlainSheet } from "#app/documents/forms/plain-sheet.server";
import type { DepositAttempt, LedgerEntry } from "#app/generated/prisma/client";
import { readPayer } from "#app/payments/payer.server";
import { now } from "#app/platform/clock.server";
import { database } from "#app/platform/database.server";
import { formatDateTime, formatMoney } from "#app/ui/format";

/** A bank reads a few pages; a deal that was worked for months has its newest lines here. */
const MOST_LINES = 300;

/** "deposit.termsAccepted" reads "Deposit: terms accepted". */
const spelledOut = (code: string) => {
  const words = code.replace(".", ": ").replaceAll(/(?<=[a-z])[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  return words.charAt(0).toUpperCase() + words.slice(1);
};

const money = (amount: number) => formatMoney(amount, "en");

/**
 * What a store sends to a bank when a cardholder disputes a deposit: the terms as they were accepted, who paid from
 * where, the deal's timeline and the ledger. In English, the language of the dispute forms; for the store alone.
 */
export async function readDisputeEvidence(dealId: string): Promise<{ bytes: Uint8Array; fileName: string } | null> {
  const state = await readDealState(dealId);
  const attempts = await database().prisma.depositAttempt.findMany({ where: { dealId }, orderBy: { attempt: "asc" } });
  const attempt = attempts.findLast(({ status }) => status !== "opening");
  if (!state || !attempt) return null;
  const deal = contextOf(state);
  const { store, identity, people, vehicle } = deal;
  const time = (at: Date | string) =>
    formatDateTime(at instanceof Date ? at.toISOString() : at, "en", store.timeZone, "long");
  const car = vehicle.vehicle;
  const name = `${people.customer.firstName} ${people.customer.lastName}`.trim();
  const bytes = await drawPlainSheet({
    title: "Deposit evidence",
    store: {
      name: store.name,
      place: `${store.address.street}, ${store.address.city}, ${store.address.region} ${store.address.postcode}`,
      contact: `${store.phone}, ${store.email}`,
    },
    about: [
      `Deposit ${attempt.attempt} of deal ${identity.dealNumber}`,
      ...(name ? [`Customer: ${name}`] : []),
      ...(people.customer.email ? [`E-mail: ${people.customer.email}`] : []),
      ...(car ? [`Vehicle: ${car.year} ${car.make} ${car.model}, stock ${car.stockNumber}, VIN ${car.vin}`] : []),
    ],
    sections: [
      termsSection(deal, time),
      paymentSection(attempt, time),
      { heading: "Ledger", rows: (await ledgerOf(dealId)).map((entry) => ledgerRow(entry, time)) },
      { heading: "Timeline", paragraphs: await timeline(dealId, time) },
    ],
    footer: `${store.name}, ${identity.dealNumber}, evidence drawn ${time(now())}`,
    locale: "en",
    date: now(),
  });
  return { bytes, fileName: `dispute-${identity.dealNumber}-${attempt.attempt}.pdf` };
}

type Time = (at: Date | string) => string;

function termsSection({ deposit, store }: DealContext, time: Time) {
  const { accepted } = deposit;
  const { amount, holdHours, refundable } = store.deposit;
  return {
    heading: "Terms, as shown before the payment",
    rows: accepted
      ? [
          { label: "Version", value: accepted.termsVersion },
          { label: "Accepted", value: time(accepted.at) },
          { label: "Amount accepted", value: money(accepted.amount), isResult: true },
        ]
      : [],
    paragraphs: [
      `${money(amount)} is put on the card now. The car is held for ${holdHours} hours from then; nobody else can buy it meanwhile.`,
      refundable === false
        ? "The store may keep it, or a part, if the car is not taken; it says why, and two of its people agree."
        : "All of it is refundable, for any reason, until the contract is signed.",
      "It is part of the cash down, not on top of it. The hold ends when the time is over, when the car is bought, or when the deposit goes back.",
    ],
  };
}

function paymentSection(attempt: DepositAttempt, time: Time) {
  const payer = readPayer(attempt);
  return {
    heading: "Payment",
    rows: [
      { label: "Amount", value: money(attempt.amount), isResult: true },
      {
        label: "Through",
        value: attempt.method ? `the store's desk, ${attempt.method}` : spelledOut(attempt.provider),
      },
      { label: "Checkout", value: attempt.reference ?? "none" },
      { label: "Payment", value: attempt.intent ?? "none" },
      { label: "Opened", value: time(attempt.createdAt) },
      ...(attempt.settledAt ? [{ label: "Settled", value: time(attempt.settledAt) }] : []),
      { label: "State", value: spelledOut(attempt.status) },
      { label: "Address of the payer's device", value: payer?.address ?? "not stored" },
      { label: "Device", value: payer?.agent ?? "not stored" },
    ],
  };
}

const ledgerOf = (dealId: string) =>
  database().prisma.ledgerEntry.findMany({
    where: { dealId, side: "debit" },
    orderBy: { id: "asc" },
    take: MOST_LINES,
  });

const ledgerRow = ({ at, kind, amount, reference }: LedgerEntry, time: Time) => ({
  label: `${time(at)} · ${spelledOut(kind)}${reference ? ` · ${reference}` : ""}`,
  value: money(amount),
});

/** Who did what and when: types alone, since the words of a deal are not the bank's to read. */
async function timeline(dealId: string, time: Time): Promise<string[]> {
  const rows = await readJournal(dealId, 0);
  return rows.slice(-MOST_LINES).map(({ revision, at, actor, event }) => {
    const who = actor.firstName ?? (actor.kind === "system" ? `system (${actor.id})` : actor.kind);
    return `${revision}. ${time(at)} · ${spelledOut(event.type)}, by ${who}`;
  });
}
