import { randomUUID } from "node:crypto";
import { now } from "#app/platform/clock.server";
import { database } from "#app/platform/database.server";
import { encryptField, keyedHash } from "#app/platform/field-encryption.server";
import type { Locale } from "#app/ui/locale";

interface Waiting {
  stockNumber: string;
  email: string;
  locale: Locale;
}

/** Puts an address on a car's list; one that is there already stays where it is. */
export async function joinWaitlist({ stockNumber, email, locale }: Waiting): Promise<void> {
  const id = randomUUID();
  const address = email.trim();
  await database().query(
    `insert into "VehicleWait" ("id","stockNumber","emailHash","email","locale","createdAt")
     values ($1,$2,$3,$4,$5,$6) on conflict do nothing`,
    [
      id,
      stockNumber,
      keyedHash(address.toLowerCase(), "VehicleWait:emailHash"),
      encryptField(address, `VehicleWait:email:${id}`),
      locale,
      now().toISOString(),
    ],
  );
}

export const countWaiting = (stockNumber: string): Promise<number> =>
  database().prisma.vehicleWait.count({ where: { stockNumber, toldAt: null } });
