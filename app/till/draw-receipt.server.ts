import type { DealContext } from "#machines/deal/deal-context";
import { drawPlainSheet, type PlainSheet } from "#app/documents/forms/plain-sheet.server";
import { formatDateTime, formatMoney } from "#app/ui/format";
import type { Locale } from "#app/ui/locale";
import { type Translate, translator } from "#app/ui/translator";
import type { MoneyPaper } from "./money-papers.server";
import { receiptMessages } from "./receipt-messages";

type Words = Translate<typeof receiptMessages.en>;
const isWorded = (reason: string): reason is keyof typeof receiptMessages.en.reasons =>
  reason in receiptMessages.en.reasons;

export const receiptNumber = ({ identity }: Pick<DealContext, "identity">, { about }: Pick<MoneyPaper, "about">) =>
  `${identity.dealNumber}-${about}`;

function moneySection(paper: MoneyPaper, deal: DealContext, t: Words, locale: Locale): PlainSheet["sections"][number] {
  const { kind, amount, way, reason, at } = paper;
  return {
    heading: t(kind === "refundReceipt" ? "back" : "payment"),
    rows: [
      { label: t(`kind.${kind}`), value: formatMoney(amount, locale), isResult: true },
      { label: t("how"), value: t(`way.${way}`) },
      { label: t("when"), value: formatDateTime(at, locale, deal.store.timeZone, "long") },
      ...(reason && isWorded(reason) ? [{ label: t("why"), value: t(`reasons.${reason}`) }] : []),
    ],
  };
}

function termsSection({ deposit, store }: DealContext, t: Words, locale: Locale): PlainSheet["sections"][number] {
  const { accepted } = deposit;
  return {
    heading: t("terms"),
    paragraphs: [
      ...(accepted
        ? [
            t("accepted", {
              version: accepted.termsVersion,
              when: formatDateTime(accepted.at, locale, store.timeZone, "long"),
            }),
          ]
        : []),
      t(store.deposit.refundable === false ? "mayKeep" : "refundable"),
    ],
  };
}

/** The paper of one movement of money. The same deal and movement give the same bytes, whoever asks. */
export async function drawReceipt(deal: DealContext, paper: MoneyPaper, locale: Locale): Promise<Uint8Array> {
  const t = translator(receiptMessages, locale);
  const { store, identity, people, vehicle } = deal;
  const number = receiptNumber(deal, paper);
  const name = `${people.customer.firstName} ${people.customer.lastName}`.trim() || t("nobody");
  const values = { store: store.name, deal: identity.dealNumber, number, name };
  const car = vehicle.vehicle;
  const lead = paper.kind !== "refundReceipt" ? "received" : paper.way === "letGo" ? "letGo" : "givenBack";
  return drawPlainSheet({
    title: t("title", values),
    store: {
      name: store.name,
      place: `${store.address.street}, ${store.address.city}, ${store.address.region} ${store.address.postcode}`,
      contact: `${store.phone}, ${store.email}`,
    },
    about: [
      t(lead, values),
      ...(car ? [t("car", { car: `${car.year} ${car.make} ${car.model}`, stock: car.stockNumber })] : []),
    ],
    sections: [
      moneySection(paper, deal, t, locale),
      ...(paper.kind === "depositReceipt" ? [termsSection(deal, t, locale)] : []),
    ],
    footer: t("footer", values),
    locale,
    date: new Date(paper.at),
  });
}
