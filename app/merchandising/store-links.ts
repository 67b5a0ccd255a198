import type { StoreFront } from "./store-front";

export const telLink = (phone: string) => `tel:+1${phone.replace(/\D/g, "")}`;

export function directionsTo({ name, address }: Pick<StoreFront, "name" | "address">): string {
  const place = `${name}, ${address.street}, ${address.city}, ${address.region} ${address.postcode}`;
  return `https://www.google.com/maps/dir/?api=1&destination=${encodeURIComponent(place)}`;
}

/** A letter with its first lines written: the request reaches the store through the shopper's own mail. */
export const letterTo = (email: string, subject: string, body: string) =>
  `mailto:${email}?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(body)}`;
