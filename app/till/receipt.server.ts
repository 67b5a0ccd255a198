import type { DealView } from "#machines/deal/deal-view";
import { viewOf } from "#machines/deal/view-of-deal";
import { tenderKept } from "#machines/stages/tender";
import { readDealState } from "#app/deals/read-deal.server";
import { drawPlainSheet, type PlainSheet } from "#app/documents/forms/plain-sheet.server";
import { formatDateTime, formatMoney } from "#app/ui/format";
import type { Locale } from "#app/ui/locale";
import { translator } from "#app/ui/translator";
import { receiptMessages } from "./receipt-messages";

type Card = DealView["card"];
type Section = PlainSheet["sections"][number];

const wordsFor = (card: Card, locale: Locale) => ({
  t: translator(receiptMessages, locale),
  money: (amount: number) => formatMoney(amount, locale),
  time: (at: string) => formatDateTime(at, locale, card.store.timeZone),
});
type Words = ReturnType<typeof wordsFor>;

/** What was paid with a deposit that is or was held; null where none ever was. */
function depositSections({ deposit, store }: Card, { t, money, time }: Words): Section[] | null {
  const { amount, heldAt, accepted } = deposit;
  if (amount === null || heldAt === null) return null;
  const how = deposit.takenBy
    ? t(`method.${deposit.takenBy}`)
    : t(deposit.funds === "authorized" ? "setAside" : "online");
  const over = deposit.status === "refunded" || deposit.status === "released";
  const back = over ? amount - deposit.forfeited : deposit.returned;
  const remains = amount - back - deposit.forfeited;
  return [
    {
      heading: t("payment"),
      rows: [
        { label: t("deposit"), value: money(amount), isResult: true },
        { label: t("how"), value: how },
        { label: t("when"), value: time(heldAt) },
        ...(back > 0 ? [{ label: t("back", { when: "" }).trim(), value: money(-back) }] : []),
        ...(deposit.forfeited > 0 ? [{ label: t("kept"), value: money(deposit.forfeited) }] : []),
        ...(back > 0 ? [{ label: t("remains"), value: money(remains), isResult: true }] : []),
      ],
    },
    {
      heading: t("terms"),
      paragraphs: [
        ...(accepted ? [t("accepted", { version: accepted.termsVersion, when: time(accepted.at) })] : []),
        ...(deposit.status === "held" && deposit.holdUntil ? [t("hold", { until: time(deposit.holdUntil) })] : []),
        t(store.deposit.refundable === false ? "mayKeep" : "refundable"),
      ],
    },
  ];
}

function tenderSections(card: Card, number: number, { t, money, time }: Words): Section[] | null {
  const tender = card.tenders.list[number - 1];
  if (!tender) return null;
  const kept = tenderKept(tender);
  return [
    {
      heading: t("payment"),
      rows: [
        { label: t("tender"), value: money(tender.amount), isResult: true },
        { label: t("how"), value: t(`method.${tender.method}`) },
        { label: t("when"), value: time(tender.at) },
        { label: t("takenBy"), value: tender.by.firstName ?? card.store.name },
        ...tender.returns.map(({ amount, at }) => ({ label: t("back", { when: time(at) }), value: money(-amount) })),
        ...(tender.returns.length > 0 ? [{ label: t("remains"), value: money(kept), isResult: true }] : []),
      ],
    },
  ];
}

/**
 * The receipt of one payment, drawn from what the customer may see, so that both sides hold the same paper. `of` is the
 * deposit or a tender's number. Null where there is no such payment.
 */
export async function readReceipt(
  dealId: string,
  of: string,
  locale: Locale,
): Promise<{ bytes: Uint8Array; fileName: string } | null> {
  const state = await readDealState(dealId);
  if (!state) return null;
  const { card } = viewOf(state, "customer");
  const words = wordsFor(card, locale);
  const isDeposit = of === "deposit";
  if (!isDeposit && !/^[1-9]\d{0,3}$/.test(of)) return null;
  const sections = isDeposit ? depositSections(card, words) : tenderSections(card, Number(of), words);
  if (!sections) return null;
  const { store, identity, people, vehicle } = card;
  const { t } = words;
  const number = `${identity.dealNumber}-${isDeposit ? `D${card.deposit.attempt}` : of}`;
  const name = `${people.customer.firstName} ${people.customer.lastName}`.trim() || t("nobody");
  const car = vehicle.vehicle;
  const values = { store: store.name, deal: identity.dealNumber, number, name };
  const bytes = await drawPlainSheet({
    title: t("title", values),
    store: {
      name: store.name,
      place: `${store.address.street}, ${store.address.city}, ${store.address.region} ${store.address.postcode}`,
      contact: `${store.phone}, ${store.email}`,
    },
    about: [
      t("received", values),
      ...(car ? [t("car", { car: `${car.year} ${car.make} ${car.model}`, stock: car.stockNumber })] : []),
    ],
    sections,
    footer: t("footer", values),
    locale,
    date: new Date(isDeposit ? (card.deposit.heldAt ?? 0) : (card.tenders.list[Number(of) - 1]?.at ?? 0)),
  });
  return { bytes, fileName: `receipt-${number}.pdf` };
}
