import { randomUUID } from "node:crypto";
import { now } from "#app/platform/clock.server";
import { database } from "#app/platform/database.server";
import { keyedHash } from "#app/platform/field-encryption.server";
import { requestLocale } from "#app/ui/locale.server";

/** A new shopper, known by nothing but the language they read. */
export async function createShopper(request: Request): Promise<string> {
  const id = randomUUID();
  await database().prisma.shopper.create({ data: { id, locale: requestLocale(request), createdAt: now() } });
  return id;
}

/** Mail addresses are compared without case: hardly a provider tells Theo@ from theo@, and people type both. */
export function shopperEmailHash(email: string): string {
  return keyedHash(email.trim().toLowerCase(), "Shopper:emailHash");
}

/** Called when a customer says who they are, so that they can find their deals by e-mail. The address itself stays in the deal. */
export async function rememberShopperEmail(shopperId: string, email: string): Promise<void> {
  await database().prisma.shopper.updateMany({
    where: { id: shopperId },
    data: { emailHash: shopperEmailHash(email) },
  });
}
