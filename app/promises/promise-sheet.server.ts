import type { PromiseContent, PromiseLine } from "#machines/deal/promise-content";
import { promiseTotal } from "#machines/deal/promise-slice";
import { lineMessages } from "#app/deal-card/line-messages";
import { productName } from "#app/deal-card/product-names";
import { formatDate, formatMiles, formatMoney, formatNumber } from "#app/ui/format";
import type { Locale } from "#app/ui/locale";
import { translator } from "#app/ui/translator";
import { checkCode } from "./promise-code.server";
import { promiseMessages } from "./promise-messages";
import type { PromiseRow, PromiseSection, PromiseSheet } from "./promise-sheet";
import type { ReadPromise } from "./read-promise.server";

type Words = ReturnType<typeof wordsIn>;

const wordsIn = (locale: Locale) => ({
  locale,
  t: translator(promiseMessages, locale),
  lines: translator(lineMessages, locale),
  money: (cents: number) => formatMoney(cents, locale),
  date: (date: string) => formatDate(date, locale, "UTC", "long"),
});

const lineKeys = new Set(Object.keys(lineMessages.en.line));
const taxKeys = new Set(Object.keys(lineMessages.en.tax));

function lineName({ code, label }: PromiseLine, { lines, t, locale }: Words): string {
  const [kind = "", rest = ""] = code.split(".");
  const say = lines as unknown as (key: string) => string;
  if (lineKeys.has(code)) return say(`line.${code}`);
  if (kind === "tax" && taxKeys.has(rest)) return say(`tax.${rest}`);
  if (code === "product.homeDelivery") return lines("homeDelivery");
  if (kind === "product") return productName(label, locale) || label;
  return kind === "rebate" ? t("rebateOff", { name: label }) : label;
}

function costs(content: PromiseContent, words: Words): PromiseSection {
  const { lines, totalPrice, governmentCharges } = content;
  const { t, money } = words;
  const isCharge = ({ code }: PromiseLine) => code.startsWith("tax.") || code.startsWith("governmentFee.");
  const isProduct = ({ code }: PromiseLine) => code.startsWith("product.");
  const row = (line: PromiseLine) => ({ label: lineName(line, words), value: money(line.amount) });
  const result = (label: string, amount: number) => ({ label, value: money(amount), isResult: true });
  return {
    title: t("costs"),
    rows: [
      ...lines.filter((line) => !isCharge(line) && !isProduct(line)).map(row),
      result(t("totalPrice"), totalPrice),
      ...lines.filter(isProduct).map(row),
      ...lines.filter(isCharge).map(row),
      result(t("charges"), governmentCharges),
      result(t("allIn"), promiseTotal(content)),
    ],
  };
}

function paying({ figures }: PromiseContent, { t, money, locale }: Words): PromiseSection {
  const { method, payment, numberOfPayments, apr, milesPerYear } = figures;
  const amount = (label: string, cents: number | null): PromiseRow[] =>
    cents === null ? [] : [{ label, value: money(cents) }];
  if (method === "cash" || payment === null)
    return { title: t("paying"), rows: [{ label: t("cashDue"), value: money(figures.cashDue), isResult: true }] };
  return {
    title: method === "lease" ? `${t("paying")}. ${t("isLease")}` : t("paying"),
    rows: [
      { label: t("payments", { count: numberOfPayments }), value: money(payment), isResult: true },
      ...(apr === null ? [] : [{ label: t("apr"), value: `${formatNumber(Number(apr), locale, 2)} %` }]),
      ...amount(t("financeCharge"), figures.financeCharge),
      ...amount(t("amountFinanced"), figures.amountFinanced),
      ...amount(t("totalOfPayments"), figures.totalOfPayments),
      ...amount(t("signing"), figures.cashDue),
      ...(milesPerYear === null ? [] : [{ label: t("miles"), value: formatNumber(milesPerYear, locale) }]),
    ],
  };
}

function assumptions({ assumptions: stated, figures }: PromiseContent, { t, money }: Words): PromiseSection {
  const trades = stated.trades.map(({ allowance, payoff }) =>
    payoff === 0
      ? t("tradeFree", { allowance: money(allowance) })
      : t("tradeValue", { allowance: money(allowance), payoff: money(payoff) }),
  );
  const credit = { label: t("credit"), value: t("creditRange", { from: stated.minScore, to: stated.maxScore }) };
  return {
    title: t("rests"),
    rows: [
      ...(figures.method === "cash" ? [] : [credit, { label: t("cashDown"), value: money(stated.cashDown) }]),
      ...(trades.length === 0 ? [{ label: t("trade"), value: t("noTrade") }] : []),
      ...trades.map((value) => ({ label: t("trade"), value })),
      { label: t("tax"), value: `${stated.taxRule.name} (${stated.taxRule.version})` },
    ],
  };
}

export function promiseSheet({ content, store }: ReadPromise, locale: Locale, checkUrl: string): PromiseSheet {
  const words = wordsIn(locale);
  const { t, date } = words;
  const { vehicle, number } = content;
  return {
    number,
    code: checkCode(number),
    title: t("numbered", { number }),
    lead: t("lead", { store: store.name, date: date(content.keptOn), until: date(content.goodThrough) }),
    car: `${vehicle.year} ${vehicle.make} ${vehicle.model} ${vehicle.trim}`,
    about: t("about", {
      miles: formatMiles(vehicle.mileage, locale),
      condition: vehicle.condition,
      stock: vehicle.stockNumber,
    }),
    vin: t("vin", { vin: vehicle.vin }),
    sections: [costs(content, words), paying(content, words), assumptions(content, words)],
    notes: [t("small"), t("howToCheck", { url: checkUrl })],
    stamp: t("stamp", { core: content.coreVersion, hash: content.inputsHash.slice(0, 16) }),
  };
}
