import { afterEach, describe, expect, it } from "vitest";
import { migrate, migrations } from "#app/platform/migrate.server";
import { testDatabase } from "#tests/support/test-database";

const db = await testDatabase();
/** What a next version would bring. */
const next = { name: "99991231000000_next", script: 'create table "Next" (id int);' };

async function appliedNames(): Promise<string[]> {
  const { rows } = await db.query<{ name: string }>(
    `select migration_name as name from "_prisma_migrations" where finished_at is not null order by migration_name`,
  );
  return rows.map((row) => row.name);
}

afterEach(async () => {
  await db.query(`delete from "_prisma_migrations" where migration_name like '9999%'; drop table if exists "Next"`);
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
    const all = [...migrations, next];
    await db.query(`create table "Next" (in_the_way int)`);
    await expect(migrate(db, all)).rejects.toThrow(new RegExp(`could not be migrated: [^]*${next.name}`));
    expect(await appliedNames()).toEqual(migrations.map(({ name }) => name));
    await db.query(`drop table "Next"`);
    expect(await migrate(db, all)).toEqual([next.name]);
    expect(await migrate(db, all)).toEqual([]);
  });
});
