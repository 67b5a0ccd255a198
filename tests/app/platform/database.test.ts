import { beforeEach, describe, expect, it } from "vitest";
import { uniqueViolation } from "#app/platform/database.server";
import { emptyTables, testDatabase } from "#tests/support/test-database";

const db = await testDatabase();
const at = new Date("2026-11-22T03:04:05.678Z");
const rooftop = { id: "r1", name: "Store", policy: { taxes: [1, 2] } };
const slot = { rooftopId: "r1", slotStart: at, lane: 1 };

async function violation(work: () => Promise<unknown>) {
  try {
    await work();
  } catch (error) {
    return uniqueViolation(error);
  }
  throw new Error("there was no clash");
}

beforeEach(() => emptyTables(db));

describe("the database", () => {
  it("answers in the same JavaScript types whichever it is", async () => {
    const { rows } = await db.query(
      `select count(*) as count, $1::timestamptz as at, $2::jsonb as json, 1.5::float8 as half, null as nothing`,
      [at, JSON.stringify({ a: [1] })],
    );
    expect(rows).toEqual([{ count: 1, at, json: { a: [1] }, half: 1.5, nothing: null }]);
  });

  it("keeps the instant when Prisma writes and SQL reads, and the other way round", async () => {
    await db.prisma.rooftop.create({ data: { ...rooftop, createdAt: at } });
    const { rows } = await db.query<{ createdAt: Date }>(`select "createdAt" from "Rooftop"`);
    expect(rows[0]?.createdAt).toEqual(at);
    await db.query(`insert into "Rooftop" (id, name, policy, "createdAt") values ('r2', 'Other', '{}', $1)`, [at]);
    expect((await db.prisma.rooftop.findUniqueOrThrow({ where: { id: "r2" } })).createdAt).toEqual(at);
  });

  it("rolls a transaction back when its work throws", async () => {
    const work = db.transaction(async (tx) => {
      await tx.query(`insert into "Rooftop" (id, name, policy) values ('r1', 'Store', '{}')`);
      throw new Error("no");
    });
    await expect(work).rejects.toThrow("no");
    expect(await db.prisma.rooftop.count()).toBe(0);
  });

  it("runs scripts of several statements and answers the last", async () => {
    const { rows } = await db.query("create temporary table t (n int); insert into t values (4); select n from t");
    expect(rows).toEqual([{ n: 4 }]);
  });

  it("answers plain numbers through Prisma's transactions", async () => {
    const rows = await db.prisma.$transaction(async (tx) => {
      const answer = await db
        .prismaExecutor(tx)
        .query('select count(*) as count from "Rooftop" where id <> $1', ["r9"]);
      return answer.rows;
    });
    expect(rows).toEqual([{ count: 0 }]);
  });
});

describe("unique violations", () => {
  beforeEach(() => db.prisma.rooftop.create({ data: rooftop }));

  it("are read from plain SQL", async () => {
    const clash = await violation(() => db.query(`insert into "Rooftop" (id, name, policy) values ('r1', 'x', '{}')`));
    expect(clash).toMatchObject({ constraint: "Rooftop_pkey", fields: ["id"] });
  });

  it("are read from Prisma's own queries", async () => {
    const clash = await violation(() => db.prisma.rooftop.create({ data: rooftop }));
    expect(clash?.fields ?? [clash?.constraint]).toEqual(db.kind === "pglite" ? ["id"] : expect.anything());
  });

  it("are read from raw queries through Prisma", async () => {
    const insert = `insert into "Rooftop" (id, name, policy) values ('r1', 'x', '{}') returning id`;
    expect(await violation(() => db.prisma.$queryRawUnsafe(insert))).not.toBeNull();
  });

  it("[PAY-13] are raised by two active bookings of one lane, and not by a released one", async () => {
    const book = (id: string) => db.prisma.deliveryBooking.create({ data: { id, dealId: id, ...slot } });
    await book("one");
    const clash = await violation(() => book("two"));
    expect(clash).not.toBeNull();
    await db.prisma.deliveryBooking.update({ where: { id: "one" }, data: { releasedAt: at } });
    await book("two");
  });

  it("are not seen in other errors", async () => {
    expect(await db.query("select nonsense").catch(uniqueViolation)).toBeNull();
    expect(uniqueViolation(new Error("x"))).toBeNull();
    expect(uniqueViolation(undefined)).toBeNull();
  });
});
