import type { DealContext } from "#machines/deal/deal-context";
import type { DeliverySlot } from "#machines/stages/delivery";
import { now } from "#app/platform/clock.server";
import { env } from "#app/platform/env.server";
import { defineMessages } from "#app/ui/define-messages";
import type { Locale } from "#app/ui/locale";
import { translator } from "#app/ui/translator";
import { calendarFile } from "./calendar-file";

const appointmentMessages = defineMessages({
  en: {
    pickup: "Pick up your {car}",
    home: "Your {car} is delivered",
    bring: "Bring your license and proof of insurance. Deal {number}. To change the time: {url}",
    call: "Questions: {phone}",
  },
  fr: {
    pickup: "Prendre votre {car}",
    home: "Livraison de votre {car}",
    bring: "Apportez votre permis et la preuve d’assurance. Entente {number}. Pour changer l’heure : {url}",
    call: "Questions : {phone}",
  },
});

/** The hand-over as a calendar file: the same name whenever it moves, so that calendars move it too. */
export function appointmentFile(dealId: string, deal: DealContext, slot: DeliverySlot, locale: Locale): string {
  const t = translator(appointmentMessages, locale);
  const { identity, store, vehicle, delivery, handover } = deal;
  const car = vehicle.vehicle ? `${vehicle.vehicle.year} ${vehicle.vehicle.make} ${vehicle.vehicle.model}` : "";
  const url = `${env.PUBLIC_URL}/deals/${dealId}`;
  const isHome = delivery.method === "home" && delivery.address !== null;
  const { street, city, region, postcode } = isHome && delivery.address ? delivery.address : store.address;
  const address = `${street}, ${city}, ${region} ${postcode}`;
  return calendarFile({
    uid: `${dealId}@deal-jacket`,
    sequence: delivery.rescheduled + handover.moved,
    startsAt: slot.startsAt,
    endsAt: slot.endsAt,
    madeAt: now().toISOString(),
    title: `${t(isHome ? "home" : "pickup", { car })} · ${store.name}`,
    description: [t("bring", { number: identity.dealNumber, url }), t("call", { phone: store.phone })].join("\n"),
    place: isHome ? address : `${store.name}, ${address}`,
    url,
  });
}
