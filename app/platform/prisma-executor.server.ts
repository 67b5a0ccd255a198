import type { PrismaTx, SqlExecutor } from "./database.server";

/** Prisma answers int8 as BigInt where the drivers below answer a number; counts and sums are far below 2^53. */
function plainNumbers(row: object): object {
  return Object.fromEntries(
    Object.entries(row).map(([name, value]) => [name, typeof value === "bigint" ? Number(value) : (value as unknown)]),
  );
}

/** Plain SQL inside a Prisma transaction. Prisma's raw queries take one statement. */
export function prismaExecutor(tx: PrismaTx): SqlExecutor {
  return {
    async query<Row>(text: string, params: unknown[] = []) {
      const rows = await tx.$queryRawUnsafe<object[]>(text, ...params);
      return { rows: rows.map(plainNumbers) as Row[] };
    },
  };
}
