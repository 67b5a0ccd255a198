import { afterEach, describe, expect, it } from "vitest";
import { migrate, migrations } from "#app/platform/migrate.server";
import { testDatabase } from "#tests/support/test-database";

const db = await testDatabase();
const last = migrations.at(-1)?.name ?? "";

/** As if the database came from the version before: the last migration's index and its row are gone. */
async function stepBack(): Promise<void> {
  await db.query(`delete from "_prisma_migrations" where migration_name = '${last}'`);
  await db.query(`drop index if exists "DeliveryBooking_one_active_per_lane"`);
}

async function appliedNames(): Promise<string[]> {
  const { rows } = await db.query<{ name: string }>(
    `select migration_name as name from "_prisma_migrations" where finished_at is not null order by migration_name`,
  );
  return rows.map((row) => row.name);
}

afterEach(async () => {
  await db.query(`delete from "_prisma_migrations" where migration_name = '99991231235959_later'`);
});

describe("migrations", () => {
  it("[OPS-03] are applied already, and applying them again does nothing", async () => {
    expect(await migrate(db)).toEqual([]);
    expect(await appliedNames()).toEqual(migrations.map(({ name }) => name));
  });

  it("[OPS-03] bear a newer migration that this version does not know", async () => {
    await db.query(
      `insert into "_prisma_migrations" (id, checksum, migration_name, finished_at)
       values ('later', 'x', '99991231235959_later', now())`,
    );
    expect(await migrate(db)).toEqual([]);
  });

  it("[OPS-03] that fail are named and leave nothing, and are applied once the cause is gone", async () => {
    await stepBack();
    await db.query(`create table "DeliveryBooking_one_active_per_lane" (in_the_way int)`);
    await expect(migrate(db)).rejects.toThrow(new RegExp(`could not be migrated: [^]*${last}`));
    expect(await appliedNames()).toEqual(migrations.slice(0, -1).map(({ name }) => name));
    await db.query(`drop table "DeliveryBooking_one_active_per_lane"`);
    expect(await migrate(db)).toEqual([last]);
    expect(await migrate(db)).toEqual([]);
  });
});
