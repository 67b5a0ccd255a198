import { contextOf } from "#machines/deal/apply-deal-event";
import type { TestDrive } from "#machines/stages/test-drive";
import { readDealState } from "#app/deals/read-deal.server";
import { storeDress } from "#app/desk/store-dress.server";
import { now } from "#app/platform/clock.server";
import { database } from "#app/platform/database.server";

const MAX_ROWS = 200;
/** Drives of the last days stay in sight. */
const BACK_MS = 3 * 24 * 60 * 60_000;

export interface DriveRow {
  dealId: string;
  dealNumber: string;
  customer: string;
  phone: string;
  drive: Omit<TestDrive, "bookedBy">;
  address: string;
}

/** The store's test drives, the coming ones first. */
export async function readDrives(rooftopId: string) {
  const dress = await storeDress(rooftopId);
  const booked = await database().prisma.testDriveBooking.findMany({
    where: { rooftopId, slotStart: { gte: new Date(now().getTime() - BACK_MS) } },
    orderBy: { slotStart: "asc" },
    take: MAX_ROWS,
    select: { id: true, dealId: true },
  });
  const rows: DriveRow[] = [];
  for (const { id, dealId } of booked) {
    const row = await readDrive(dealId, id);
    if (row) rows.push(row);
  }
  return { storeName: dress.name, rows, rooftop: { timeZone: dress.timeZone, accent: null } };
}

/** One drive as staff see it; null when the deal knows of none by this name. */
export async function readDrive(dealId: string, driveId: string): Promise<DriveRow | null> {
  const state = await readDealState(dealId);
  const drive = state && contextOf(state).drives.list.find((one) => one.driveId === driveId);
  if (!state || !drive) return null;
  const { identity, people } = contextOf(state);
  const { firstName, lastName, phone, street, city, region, postcode } = people.customer;
  const { bookedBy: _, ...shown } = drive;
  return {
    dealId,
    dealNumber: identity.dealNumber,
    customer: `${firstName} ${lastName}`.trim(),
    phone,
    drive: shown,
    address: drive.place === "home" ? `${street}, ${city}, ${region} ${postcode}` : "",
  };
}
