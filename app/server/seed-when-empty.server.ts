import type { Database } from "#app/platform/database.server";
import { log } from "#app/platform/log.server";

interface SeedModule {
  seedDemo(database: Database): Promise<void>;
}

/** Loaded only when it is needed: the demo store is large and a real store never asks for it. */
const seeds = import.meta.glob<SeedModule>("/prisma/seed/seed-demo.ts");

/** Fills an empty database with the demo store. */
export async function seedWhenEmpty(database: Database): Promise<void> {
  const { rows } = await database.query(`select 1 from "Rooftop" limit 1`);
  if (rows.length > 0) return;
  for (const load of Object.values(seeds)) {
    const { seedDemo } = await load();
    await seedDemo(database);
    log.info("the demo store was created");
  }
}
