import { contextOf } from "#machines/deal/apply-deal-event";
import { sendResumeMail } from "#app/accounts/resume-mail.server";
import { rememberShopperEmail } from "#app/accounts/shopper.server";
import { readDealState } from "#app/deals/read-deal.server";
import { database } from "#app/platform/database.server";
import { env } from "#app/platform/env.server";
import { sendMail } from "#app/platform/mail.server";
import { formatMoney } from "#app/ui/format";
import type { Locale } from "#app/ui/locale";
import { translator } from "#app/ui/translator";
import { dealMailMessages } from "./deal-mail-messages";

interface MailedDeal {
  email: string;
  locale: Locale;
  shopperIds: string[];
}

/** Whom to write to about a deal: the address stands in the deal, the language with the shopper. */
async function addressee(dealId: string): Promise<MailedDeal | null> {
  const state = await readDealState(dealId);
  const email = state ? contextOf(state).people.customer.email : "";
  if (!email) return null;
  const shoppers = await database().prisma.dealAccess.findMany({
    where: { dealId },
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
  const { store, trade } = contextOf(state);
  if (trade.offer?.offerId !== offerId || trade.offer.answer !== "open" || !trade.description) return;
  const { year, make, model } = trade.description;
  const t = translator(dealMailMessages, to.locale);
  const values = {
    store: store.name,
    car: `${year} ${make} ${model}`,
    amount: formatMoney(trade.offer.allowance, to.locale),
    url: `${env.PUBLIC_URL}/resume`,
  };
  const text = [t("offerGreeting", values), t("offerWhere", values), store.name].join("\n\n");
  await sendMail({ key: `offer:${dealId}:${offerId}`, to: to.email, subject: t("offerSubject", values), text });
}
