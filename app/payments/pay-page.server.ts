import { contextOf, lifeOf } from "#machines/deal/apply-deal-event";
import { type Refusal, refuse } from "#machines/deal/deal-refusals";
import type { Actor } from "#machines/store/actor";
import { readDealState } from "#app/deals/read-deal.server";
import { submitDealEvent } from "#app/deals/submit-deal-event.server";
import { database } from "#app/platform/database.server";
import { sendMail } from "#app/platform/mail.server";
import { formatDateTime, formatMoney } from "#app/ui/format";
import { defaultLocale, isLocale } from "#app/ui/locale";
import { translator } from "#app/ui/translator";
import { holdDeposit } from "./hold-deposit.server";
import { createPayLink, readPayLink } from "./pay-link.server";
import { payMessages } from "./pay-messages";
import type { PayPageData } from "./pay-page-data";
import type { Payer } from "./payer.server";

/** What the link's holder sees. */
export async function readPayPage(token: string): Promise<PayPageData> {
  const link = readPayLink(token);
  const state = link && (await readDealState(link.dealId));
  if (!state) return { state: "dead" };
  const { store, vehicle, deposit } = contextOf(state);
  const car = vehicle.vehicle;
  if (!car || lifeOf(state) === "lost") return { state: "dead" };
  return {
    state: "deal",
    store: store.name,
    car: `${car.year} ${car.make} ${car.model}`,
    amount: deposit.status === "held" ? (deposit.amount ?? store.deposit.amount) : store.deposit.amount,
    holdHours: store.deposit.holdHours,
    refundable: store.deposit.refundable !== false,
    status: deposit.status,
    bankAsked: deposit.bankAsked,
    accepted: deposit.accepted !== null,
    holdUntil: deposit.holdUntil,
    timeZone: store.timeZone,
    revision: state.revision,
  };
}

/** Who holds the link pays for the buyer: they accept the terms of this one payment, and may do nothing else. */
async function buyerOf(dealId: string): Promise<Actor> {
  const access = await database().prisma.dealAccess.findFirst({
    where: { dealId, seatId: null },
    orderBy: { grantedAt: "asc" },
  });
  return { kind: "customer", shopperId: access?.shopperId ?? "pay-link", firstName: null };
}

/** Accepts the terms that were read, and sends the payer to the provider's page. */
export async function payByLink(
  token: string,
  { revision, payer }: { revision: number; payer: Payer },
): Promise<{ url: string } | { refusal: Refusal }> {
  const link = readPayLink(token);
  const state = link && (await readDealState(link.dealId));
  if (!link || !state) return { refusal: refuse("notAllowed") };
  const { store, deposit } = contextOf(state);
  if (!deposit.accepted) {
    const { amount, termsVersion } = store.deposit;
    const answer = await submitDealEvent({
      dealId: link.dealId,
      editId: `pay-link-terms:${deposit.attempt}:${revision}`,
      actor: await buyerOf(link.dealId),
      event: { type: "deposit.termsAccepted", amount, termsVersion },
      seenRevision: revision,
    });
    if (answer.status === "refused") return { refusal: answer.refusal };
    if (answer.status === "again") return { refusal: refuse("depositInProgress") };
  }
  return holdDeposit(link.dealId, payer);
}

/** Sends the link to the address in the deal; answers false where there is none. */
export async function mailPayLink(dealId: string, link: ReturnType<typeof createPayLink>): Promise<boolean> {
  const state = await readDealState(dealId);
  if (!state) return false;
  const { store, vehicle, people } = contextOf(state);
  const car = vehicle.vehicle;
  const { email } = people.customer;
  if (!email || !car) return false;
  const access = await database().prisma.dealAccess.findFirst({
    where: { dealId, seatId: null },
    include: { shopper: true },
  });
  const known = access?.shopper.locale ?? "";
  const locale = isLocale(known) ? known : defaultLocale;
  const t = translator(payMessages, locale);
  const values = {
    store: store.name,
    car: `${car.year} ${car.make} ${car.model}`,
    amount: formatMoney(store.deposit.amount, locale),
    url: link.url,
    until: formatDateTime(link.expiresAt.toISOString(), locale, store.timeZone),
  };
  await sendMail({
    key: `pay-link:${dealId}:${link.expiresAt.getTime()}`,
    to: email,
    subject: t("mail.subject", values),
    text: [t("mail.text", values), t("mail.note", values), store.name].join("\n\n"),
  });
  return true;
}
