import { type PromiseContent, promiseContentSchema } from "#machines/deal/promise-content";
import { storePolicySchema } from "#machines/store/store-policy";
import { storeDate } from "#app/deals/store-date";
import { now } from "#app/platform/clock.server";
import { database } from "#app/platform/database.server";
import { isSignedText } from "#app/platform/field-encryption.server";
import { PROMISE_SIGNATURE } from "./keep-promise.server";

export interface StorePlace {
  name: string;
  phone: string;
  email: string;
  address: { street: string; city: string; region: string; postcode: string };
  timeZone: string;
}

export interface ReadPromise {
  content: PromiseContent;
  store: StorePlace;
  dealId: string;
  keptAt: Date;
  locale: "en" | "fr";
  /** The store's day is not past its last one. */
  inForce: boolean;
}

/** `altered`: what is stored is not what was signed, so nothing of it is shown. */
export type PromiseAnswer = { state: "good"; promise: ReadPromise } | { state: "altered" } | { state: "unknown" };

/** A promise by its number, checked against its signature; the code is checked before anybody gets here. */
export async function readPromise(number: string): Promise<PromiseAnswer> {
  const { prisma } = database();
  const row = await prisma.pricePromise.findUnique({ where: { number } });
  const rooftop = row && (await prisma.rooftop.findUnique({ where: { id: row.rooftopId } }));
  if (!row || !rooftop) return { state: "unknown" };
  if (!isSignedText(row.content, row.signature, PROMISE_SIGNATURE)) return { state: "altered" };
  const content = promiseContentSchema.parse(JSON.parse(row.content));
  // A row copied under another number is signed, but not for this one.
  if (content.number !== number) return { state: "altered" };
  const { name, phone, email, address, timeZone } = storePolicySchema.parse(rooftop.policy);
  const promise: ReadPromise = {
    content,
    store: { name, phone, email, address, timeZone },
    dealId: row.dealId,
    keptAt: row.createdAt,
    locale: row.locale === "fr" ? "fr" : "en",
    inForce: storeDate(now(), timeZone) <= content.goodThrough,
  };
  return { state: "good", promise };
}
