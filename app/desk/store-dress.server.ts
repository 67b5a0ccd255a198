import { z } from "zod";
import { requestPerson } from "#app/accounts/request-person.server";
import { database } from "#app/platform/database.server";

const dressPolicy = z.object({ timeZone: z.string().catch("UTC") });

/** A store's name and zone, for a desk's bar and its clocks. */
export async function storeDress(rooftopId: string): Promise<{ name: string; timeZone: string }> {
  const { name, policy } = await database().prisma.rooftop.findUniqueOrThrow({
    where: { id: rooftopId },
    select: { name: true, policy: true },
  });
  return { name, timeZone: dressPolicy.parse(policy).timeZone };
}

/** The clock of the store whose staff asks; null for everybody else, and while the database does not answer. */
export async function staffTimeZone(request: Request): Promise<string | null> {
  try {
    const person = await requestPerson(request);
    return person.kind === "staff" ? (await storeDress(person.rooftopId)).timeZone : null;
  } catch {
    return null;
  }
}
