import { describedTrades, payoffDay } from "#machines/deal/deal-trades";
import { numbersFrom } from "#machines/deal/deal-view";
import { dealWorksheet, isLeftOut } from "#machines/deal/deal-worksheet";
import { payoffOn } from "#machines/stages/trade-payoff";
import { formatDate, formatMoney, formatNumber } from "#app/ui/format";
import type { Locale } from "#app/ui/locale";
import type { FormInput } from "./forms/form-input";
import type { OverlaySource } from "./overlay-field";

const moneyIn = (locale: Locale) => (cents: number | null | undefined) =>
  cents == null ? "" : formatMoney(cents, locale);

/** The deal's words for a store's own form; every figure is the worksheet's. "" where the deal has none. */
export function overlayWords(input: FormInput): Record<OverlaySource, string> {
  const { card } = input.view;
  const money = moneyIn(input.locale);
  const date = (iso: string) => formatDate(iso, input.locale, "UTC", "long");
  const { store, identity, people } = card;
  const { customer } = people;
  const { vehicle } = card.vehicle;
  const sheet = dealWorksheet(numbersFrom(input.view));
  const loan = sheet?.chosen.ok && sheet.chosen.method === "finance" ? sheet.chosen : null;
  const paid = sheet?.chosen.ok && sheet.chosen.method !== "cash" ? sheet.chosen : null;
  const place = [customer.street, customer.city, `${customer.region} ${customer.postcode}`.trim()];
  return {
    dealNumber: identity.dealNumber,
    contractDate: date(identity.contractDate),
    storeName: store.name,
    storeAddress: `${store.address.street}, ${store.address.city}, ${store.address.region} ${store.address.postcode}`,
    storePhone: store.phone,
    buyerName: `${customer.firstName} ${customer.lastName}`.trim(),
    buyerAddress: place.filter(Boolean).join(", "),
    buyerEmail: customer.email,
    buyerPhone: customer.phone,
    coBuyerName: input.coBuyer ?? "",
    vehicleYear: vehicle ? String(vehicle.year) : "",
    vehicleMake: vehicle?.make ?? "",
    vehicleModel: vehicle ? `${vehicle.model} ${vehicle.trim}`.trim() : "",
    vehicleVin: vehicle?.vin ?? "",
    vehicleMileage: vehicle ? formatNumber(vehicle.mileage, input.locale) : "",
    stockNumber: vehicle?.stockNumber ?? "",
    sellingPrice: money(vehicle && card.vehicle.sellingPrice),
    taxTotal: money(sheet?.taxTotal),
    outTheDoor: money(sheet?.outTheDoor),
    cashDown: money(card.finance.cashDown),
    amountFinanced: money(loan?.amountFinanced),
    apr: loan ? `${input.locale === "fr" ? loan.aprDisclosed.replace(".", ",") : loan.aprDisclosed} %` : "",
    financeCharge: money(loan?.financeCharge),
    totalOfPayments: money(paid?.totalOfPayments),
    payment: money(paid?.payment),
    numberOfPayments: paid ? String(paid.numberOfPayments) : "",
    firstPaymentDate: loan ? date(loan.firstPaymentDate) : "",
    ...tradeWords(input),
    lender: input.lender ?? "",
  };
}

function tradeWords({ view, about, locale }: FormInput) {
  const money = moneyIn(locale);
  const { card, kept } = view;
  const cars = isLeftOut(kept.trade) ? [] : describedTrades(card);
  const trade = (cars.find(({ car }) => String(car) === about) ?? cars[0])?.trade;
  const told = trade?.description;
  const day = payoffDay(card, !isLeftOut(kept.delivery));
  return {
    tradeVehicle: told ? `${told.year} ${told.make} ${told.model} ${told.trim}`.trim() : "",
    tradeVin: told?.vin ?? "",
    tradeAllowance: money(trade?.offer?.answer === "accepted" ? trade.offer.allowance : null),
    tradePayoff: money(trade?.lien ? payoffOn(trade.lien, day).amount : null),
  };
}
