import type { Database } from "#app/platform/database.server";
import { seedDeals } from "./seed-deals";
import { seedInterest } from "./seed-interest";
import { seedStore } from "./seed-store";

/** The demo: a store with its people and cars, and a deal in every state, each made by submitting events at the door. */
export async function seedDemo(database: Database): Promise<void> {
  await seedStore(database);
  await seedInterest(database);
  await seedDeals(database);
}
