import { randomUUID } from "node:crypto";
import type { StaffRole } from "#machines/store/actor";
import type { StaffPerson } from "#app/accounts/request-person.server";
import { now } from "#app/platform/clock.server";
import { database } from "#app/platform/database.server";
import { readDeskRows } from "#app/realtime/desk-feed.server";
import type { AssignableStaff, DeskPageData } from "./desk-data";
import { assigningRoles, type DeskReader, seatFor } from "./desk-roles";
import { storeDress } from "./store-dress.server";

/** A walk-in's car is picked from a list while its number is typed; more than this nobody reads. */
const MAX_STOCK_OFFERED = 300;

export const readerOf = ({ staffId, firstName, lastName, role }: StaffPerson): DeskReader => ({
  staffId,
  firstName,
  lastName,
  role,
});

/** Who may be given a deal of this store; asked only for people who give deals. */
export async function assignableStaff({ rooftopId, role }: StaffPerson): Promise<AssignableStaff[]> {
  if (!assigningRoles.includes(role)) return [];
  const staff = await database().prisma.staffMember.findMany({
    where: { rooftopId, active: true },
    orderBy: [{ firstName: "asc" }, { lastName: "asc" }],
  });
  return staff.flatMap(({ id, firstName, lastName, role: stored }) => {
    const seat = seatFor(stored as StaffRole);
    return seat ? [{ staffId: id, name: `${firstName} ${lastName}`, seat }] : [];
  });
}

async function stockOnSale(rooftopId: string) {
  const vehicles = await database().prisma.vehicle.findMany({
    where: { rooftopId, status: "live" },
    orderBy: { stockNumber: "asc" },
    take: MAX_STOCK_OFFERED,
    select: { stockNumber: true, year: true, make: true, model: true, trim: true },
  });
  return vehicles.map(({ stockNumber, year, make, model, trim }) => ({
    stockNumber,
    name: `${year} ${make} ${model} ${trim}`.trim(),
  }));
}

/** The store's live list as one member of staff opens it. */
export async function readDeskPage(person: StaffPerson): Promise<DeskPageData> {
  const [dress, rows, staff, stock] = await Promise.all([
    storeDress(person.rooftopId),
    readDeskRows(person.rooftopId),
    assignableStaff(person),
    stockOnSale(person.rooftopId),
  ]);
  return {
    storeName: dress.name,
    reader: readerOf(person),
    rows,
    staff,
    stock,
    editSeed: randomUUID(),
    now: now().toISOString(),
    rooftop: { timeZone: dress.timeZone, accent: null },
  };
}
