import { z } from "zod";
import type { LenderStructure } from "#machines/lending/lender-structure";
import { writeAudit } from "#app/audit/audit-trail.server";
import { database } from "#app/platform/database.server";
import { lenders } from "./lender-network.server";
import { MOST_PREFERRED, preferenceKinds, preferences } from "./preference";
import type { Submitter } from "./submit-application.server";

/** A lender as it is ticked beforehand for one kind of deal. */
export interface PreferredLender {
  code: string;
  locked: boolean;
}

/** Certified cars go to lenders as the used cars that they are. */
const kindOf = ({ vehicle }: LenderStructure) => (vehicle.condition === "new" ? "new" : "used");

/** The lenders that a deal like this is sent to first, in their order; only those that are connected. */
export async function preferredFor(rooftopId: string, structure: LenderStructure): Promise<PreferredLender[]> {
  const rows = await database().prisma.preferredLender.findMany({
    where: { rooftopId, condition: kindOf(structure), method: "finance" },
    orderBy: { place: "asc" },
  });
  const connected = new Set(lenders().map(({ code }) => code));
  return rows.flatMap(({ lenderCode: code, locked }) => (connected.has(code) ? [{ code, locked }] : []));
}

/** What the store prefers, by kind of deal and lender. */
export async function readPreferences(rooftopId: string) {
  const rows = await database().prisma.preferredLender.findMany({ where: { rooftopId } });
  return preferenceKinds.map((condition) => ({
    condition,
    lenders: lenders().map(({ code, name }) => {
      const row = rows.find((known) => known.condition === condition && known.lenderCode === code);
      return {
        code,
        name,
        preference: row ? (row.locked ? ("locked" as const) : ("ticked" as const)) : ("none" as const),
      };
    }),
  }));
}
export type LenderPreferences = Awaited<ReturnType<typeof readPreferences>>;

const givenSchema = z.record(z.string().max(80), z.enum(preferences));

/** Keeps what is ticked beforehand for one kind of deal: six at most, so that nobody is sent everywhere. */
export async function keepPreferences(by: Submitter, condition: unknown, given: unknown): Promise<boolean> {
  const kind = preferenceKinds.find((known) => known === condition);
  const read = givenSchema.safeParse(given);
  if (!kind || !read.success) return false;
  const chosen = lenders().flatMap(({ code }, place) => {
    const preference = read.data[code] ?? "none";
    return preference === "none" ? [] : [{ lenderCode: code, place, locked: preference === "locked" }];
  });
  if (chosen.length > MOST_PREFERRED) return false;
  const { rooftopId } = by;
  const { prisma } = database();
  await prisma.$transaction([
    prisma.preferredLender.deleteMany({ where: { rooftopId, condition: kind, method: "finance" } }),
    prisma.preferredLender.createMany({
      data: chosen.map((row) => ({ ...row, rooftopId, condition: kind, method: "finance" })),
    }),
  ]);
  await writeAudit({
    rooftopId,
    actorId: by.staffId,
    actorName: `${by.firstName} ${by.lastName}`,
    act: "lenders.preferred",
    subject: kind,
    detail: chosen.map(({ lenderCode, locked }) => (locked ? `${lenderCode} (locked)` : lenderCode)).join(", "),
  });
  return true;
}
