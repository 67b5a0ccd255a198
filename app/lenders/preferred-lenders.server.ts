import { z } from "zod";
import type { LenderStructure } from "#machines/lending/lender-structure";
import { type LentMethod, lentMethods, methodOf } from "#machines/lending/lent-method";
import { writeAudit } from "#app/audit/audit-trail.server";
import { database } from "#app/platform/database.server";
import { lenders } from "./lender-network.server";
import { type LenderPort, takes } from "./lender-port";
import { MOST_PREFERRED, preferenceKinds, preferences } from "./preference";
import type { Submitter } from "./submit-application.server";

/** A lender as it is ticked beforehand for one kind of deal. */
export interface PreferredLender {
  code: string;
  locked: boolean;
}

type Condition = (typeof preferenceKinds)[number];

/** Certified cars go to lenders as the used cars that they are. */
const kindOf = (condition: LenderStructure["vehicle"]["condition"]): Condition =>
  condition === "new" ? "new" : "used";

/** Whom a store may prefer for a kind of deal: for leases, those alone that lease such cars. */
const mayBePreferred = (port: LenderPort, condition: Condition, method: LentMethod): boolean =>
  takes(port, method) &&
  (method === "finance" ||
    port.programmes.length === 0 ||
    port.programmes.some(
      (sheet) => sheet.method === method && sheet.conditions.some((of) => kindOf(of) === condition),
    ));

/** The lenders that a deal like this is sent to first, in their order; only those that are connected and take it. */
export async function preferredFor(rooftopId: string, structure: LenderStructure): Promise<PreferredLender[]> {
  const [condition, method] = [kindOf(structure.vehicle.condition), methodOf(structure)];
  const rows = await database().prisma.preferredLender.findMany({
    where: { rooftopId, condition, method },
    orderBy: { place: "asc" },
  });
  const connected = new Set(
    lenders()
      .filter((port) => mayBePreferred(port, condition, method))
      .map(({ code }) => code),
  );
  return rows.flatMap(({ lenderCode: code, locked }) => (connected.has(code) ? [{ code, locked }] : []));
}

/** What the store prefers, by kind of car, way of paying and lender; a kind that nobody takes is not asked about. */
export async function readPreferences(rooftopId: string) {
  const rows = await database().prisma.preferredLender.findMany({ where: { rooftopId } });
  const preferenceOf = (condition: Condition, method: LentMethod, lenderCode: string) => {
    const row = rows.find(
      (known) => known.condition === condition && known.method === method && known.lenderCode === lenderCode,
    );
    return row ? (row.locked ? ("locked" as const) : ("ticked" as const)) : ("none" as const);
  };
  return lentMethods
    .flatMap((method) => preferenceKinds.map((condition) => ({ condition, method })))
    .map(({ condition, method }) => ({
      condition,
      method,
      lenders: lenders()
        .filter((port) => mayBePreferred(port, condition, method))
        .map(({ code, name }) => ({ code, name, preference: preferenceOf(condition, method, code) })),
    }))
    .filter((kind) => kind.lenders.length > 0);
}
export type LenderPreferences = Awaited<ReturnType<typeof readPreferences>>;

const givenSchema = z.record(z.string().max(80), z.enum(preferences));

/** Keeps what is ticked beforehand for one kind of deal: six at most, so that nobody is sent everywhere. */
export async function keepPreferences(
  by: Submitter,
  condition: unknown,
  given: unknown,
  way: unknown = "finance",
): Promise<boolean> {
  const kind = preferenceKinds.find((known) => known === condition);
  const method = lentMethods.find((known) => known === way);
  const read = givenSchema.safeParse(given);
  if (!kind || !method || !read.success) return false;
  const chosen = lenders().flatMap((port, place) => {
    const { code } = port;
    const preference = mayBePreferred(port, kind, method) ? (read.data[code] ?? "none") : "none";
    return preference === "none" ? [] : [{ lenderCode: code, place, locked: preference === "locked" }];
  });
  if (chosen.length > MOST_PREFERRED) return false;
  const { rooftopId } = by;
  const { prisma } = database();
  await prisma.$transaction([
    prisma.preferredLender.deleteMany({ where: { rooftopId, condition: kind, method } }),
    prisma.preferredLender.createMany({
      data: chosen.map((row) => ({ ...row, rooftopId, condition: kind, method })),
    }),
  ]);
  await writeAudit({
    rooftopId,
    actorId: by.staffId,
    actorName: `${by.firstName} ${by.lastName}`,
    act: "lenders.preferred",
    subject: method === "lease" ? `${kind}, lease` : kind,
    detail: chosen.map(({ lenderCode, locked }) => (locked ? `${lenderCode} (locked)` : lenderCode)).join(", "),
  });
  return true;
}
