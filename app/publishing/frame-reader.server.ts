import type { StaffPerson } from "#app/accounts/request-person.server";
import { database } from "#app/platform/database.server";
import type { FrameReader } from "./merchandising-frame";

/** Who looks, and whose store it is. */
export async function frameReader({ rooftopId, firstName, lastName }: StaffPerson): Promise<FrameReader> {
  const rooftop = await database().prisma.rooftop.findUniqueOrThrow({
    where: { id: rooftopId },
    select: { name: true },
  });
  return { name: `${firstName} ${lastName}`, storeName: rooftop.name };
}
