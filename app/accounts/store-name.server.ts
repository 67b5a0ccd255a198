import { database } from "#app/platform/database.server";

/** The name to greet with before anybody is known: the store's, where there is just one. */
export async function onlyStoreName(): Promise<string | null> {
  const [first, second] = await database().prisma.rooftop.findMany({ select: { name: true }, take: 2 });
  return first && !second ? first.name : null;
}
