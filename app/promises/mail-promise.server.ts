import { contextOf } from "#machines/deal/apply-deal-event";
import { promiseTotal } from "#machines/deal/promise-slice";
import { readDealState } from "#app/deals/read-deal.server";
import { sendMail } from "#app/platform/mail.server";
import { formatDate, formatMoney } from "#app/ui/format";
import { translator } from "#app/ui/translator";
import { promisePaperUrl, promiseUrl } from "./promise-address.server";
import { promiseMessages } from "./promise-messages";
import { readPromise } from "./read-promise.server";

/** The promise goes to the address the deal knows; where it knows none, the shopper has it on the card. */
export async function mailPromise(dealId: string, revision: number, number: string): Promise<void> {
  const state = await readDealState(dealId);
  const to = state ? contextOf(state).people.customer.email : "";
  const answer = await readPromise(number);
  if (to === "" || answer.state !== "good" || answer.promise.dealId !== dealId) return;
  const { content, store, locale } = answer.promise;
  const t = translator(promiseMessages, locale);
  const { vehicle, figures } = content;
  const money = (cents: number) => formatMoney(cents, locale);
  const payment =
    figures.payment === null
      ? null
      : t("mailPayment", { count: figures.numberOfPayments, payment: money(figures.payment) });
  const text = [
    t("mailText", {
      car: `${vehicle.year} ${vehicle.make} ${vehicle.model} ${vehicle.trim}`,
      total: money(promiseTotal(content)),
      until: formatDate(content.goodThrough, locale, "UTC", "long"),
    }),
    payment,
    t("mailPaper", { url: promisePaperUrl(number) }),
    t("mailCheck", { url: promiseUrl(number) }),
    store.name,
  ].filter((part) => part !== null);
  await sendMail({
    key: `promise:${number}:${revision}`,
    to,
    subject: t("mailSubject", { number, store: store.name }),
    text: text.join("\n\n"),
  });
}
