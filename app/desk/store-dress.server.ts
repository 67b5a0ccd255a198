import { z } from "zod";
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
