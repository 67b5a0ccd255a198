import { contextOf } from "#machines/deal/apply-deal-event";
import { describedTrades } from "#machines/deal/deal-trades";
import { sendResumeMail } from "#app/accounts/resume-mail.server";
import { rememberShopperEmail } from "#app/accounts/shopper.server";
import { readDealState } from "#app/deals/read-deal.server";
import { database } from "#app/platform/database.server";
import { env } from "#app/platform/env.server";
import { sendMail } from "#app/platform/mail.server";
import { formatDateTime, formatMoney } from "#app/ui/format";
import type { Locale } from "#app/ui/locale";
import { translator } from "#app/ui/translator";
import { openPencil } from "#machines/deal/pencil";
import { dealMailMessages } from "./deal-mail-messages";

interface MailedDeal {
  email: string;
  locale: Locale;
  shopperIds: string[];
}

/** Whom to write to about a deal: the address stands in the deal, the language with the shopper. */
export async function addressee(dealId: string): Promise<MailedDeal | null> {
  const state = await readDealState(dealId);
  const email = state ? contextOf(state).people.customer.email : "";
  if (!email) return null;
  const shoppers = await database().prisma.dealAccess.findMany({
    // Who sits in a seat has an address of their own.
    where: { dealId, seatId: null },
    include: { shopper: true },
    orderBy: { grantedAt: "asc" },
  });
  const locale: Locale = shoppers[0]?.shopper.locale === "fr" ? "fr" : "en";
  return { email, locale, shopperIds: shoppers.map(({ shopperId }) => shopperId) };
}

/** The customer gave an address: remember it for "find my deals", and send the link that brings them back. */
export async function mailResumeLink(dealId: string, revision: number): Promise<void> {
  const to = await addressee(dealId);
  if (!to) return;
  for (const shopperId of to.shopperIds) await rememberShopperEmail(shopperId, to.email);
  await sendResumeMail({
    key: `resume:${dealId}:${revision}`,
    email: to.email,
    dealIds: [dealId],
    askedBySessionId: null,
    locale: to.locale,
  });
}

/** The store made an offer for the trade while the customer may be away. */
export async function mailOffer(dealId: string, offerId: string): Promise<void> {
  const to = await addressee(dealId);
  const state = to && (await readDealState(dealId));
  if (!to || !state) return;
  const { store } = contextOf(state);
  const offered = describedTrades(contextOf(state)).find(({ trade }) => trade.offer?.offerId === offerId)?.trade;
  if (offered?.offer?.answer !== "open" || !offered.description) return;
  const { year, make, model } = offered.description;
  const t = translator(dealMailMessages, to.locale);
  const values = {
    store: store.name,
    car: `${year} ${make} ${model}`,
    amount: formatMoney(offered.offer.allowance, to.locale),
    url: `${env.PUBLIC_URL}/resume`,
  };
  const greeting = offered.offer.adjusts ? t("adjustedGreeting", values) : t("offerGreeting", values);
  const text = [greeting, t("offerWhere", values), store.name].join("\n\n");
  await sendMail({ key: `offer:${dealId}:${offerId}`, to: to.email, subject: t("offerSubject", values), text });
}

/** The store proposed terms while the customer may be away. */
export async function mailPencil(dealId: string, number: number): Promise<void> {
  const to = await addressee(dealId);
  const state = to && (await readDealState(dealId));
  if (!to || !state) return;
  const { store, pencils } = contextOf(state);
  const pencil = openPencil(pencils);
  if (pencil?.number !== number) return;
  const t = translator(dealMailMessages, to.locale);
  const { payment, cashDue } = pencil.figures;
  const values = {
    store: store.name,
    name: pencil.by.firstName ?? store.name,
    way: payment === null ? "cash" : "monthly",
    payment: formatMoney(payment ?? cashDue, to.locale),
    due: formatMoney(cashDue, to.locale),
    until: formatDateTime(pencil.expiresAt, to.locale, store.timeZone, "weekday"),
    url: `${env.PUBLIC_URL}/resume`,
  };
  const text = [t("pencilGreeting", values), t("pencilWhere", values), store.name].join("\n\n");
  await sendMail({ key: `pencil:${dealId}:${number}`, to: to.email, subject: t("pencilSubject", values), text });
}
