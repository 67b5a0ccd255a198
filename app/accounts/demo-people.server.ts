import { z } from "zod";
import { staffRoles } from "#machines/store/actor";
import { database } from "#app/platform/database.server";
import { env } from "#app/platform/env.server";
import type { DemoShopper, DemoStore } from "./demo-person";
import { startDemoStaffSession, startShopperSession } from "./session.server";

/** The seed gives its shoppers ids that begin so. Nobody who tries the demo becomes a person others can step into. */
export const DEMO_SHOPPER_PREFIX = "demo-shopper-";

const MOST_SHOPPERS = 12;

/** The one thing this page wants of the desk's summary; a summary without it is fine. */
const namedSummary = z.object({ customerName: z.string().trim().min(1) });

async function demoShoppers(rooftopId: string): Promise<DemoShopper[]> {
  const { prisma } = database();
  const access = await prisma.dealAccess.findMany({
    where: { shopperId: { startsWith: DEMO_SHOPPER_PREFIX } },
    // Where they began: a demo customer who followed somebody's link has that deal too.
    orderBy: { grantedAt: "asc" },
    distinct: ["shopperId"],
    take: MOST_SHOPPERS,
  });
  const deals = await prisma.deal.findMany({ where: { rooftopId, id: { in: access.map((row) => row.dealId) } } });
  const stockNumbers = deals.flatMap((deal) => deal.stockNumber ?? []);
  const vehicles = await prisma.vehicle.findMany({ where: { stockNumber: { in: stockNumbers } } });
  return access.flatMap(({ shopperId, dealId }) => {
    const deal = deals.find((known) => known.id === dealId);
    if (!deal) return [];
    const vehicle = vehicles.find((known) => known.stockNumber === deal.stockNumber);
    const vehicleName = vehicle ? `${vehicle.year} ${vehicle.make} ${vehicle.model}` : null;
    const summary = namedSummary.safeParse(deal.summary);
    const name = summary.success ? summary.data.customerName : null;
    return [{ id: shopperId, name, dealId, dealNumber: deal.number, vehicle: vehicleName }];
  });
}

/** Everyone one can be in the demo, store by store; nothing outside demo mode. */
export async function demoStores(): Promise<DemoStore[]> {
  if (!env.DEMO) return [];
  const rooftops = await database().prisma.rooftop.findMany({
    where: { demo: true },
    include: { staff: { where: { active: true, passwordHash: null } } },
    orderBy: { name: "asc" },
  });
  const stores: DemoStore[] = [];
  for (const { id: rooftopId, name, staff } of rooftops) {
    const people = staff.flatMap(({ id, firstName, lastName, role: stored, seesCost }) => {
      const role = staffRoles.find((known) => known === stored);
      return role ? [{ id, name: `${firstName} ${lastName}`, role, seesCost }] : [];
    });
    people.sort((a, b) => staffRoles.indexOf(a.role) - staffRoles.indexOf(b.role) || a.name.localeCompare(b.name));
    stores.push({ name, staff: people, shoppers: await demoShoppers(rooftopId) });
  }
  return stores;
}

export interface CameIn {
  setCookie: string;
  /** The seeded customer's own deal; staff go where they wanted to go. */
  dealId: string | null;
}

/** Signs a browser in as a demo person, or null when there is no such person to be. Outside demo mode there is nobody. */
export async function comeInAs(
  request: Request,
  who: { staffId: string } | { shopperId: string },
): Promise<CameIn | null> {
  const stores = await demoStores();
  if ("staffId" in who) {
    const staff = stores.flatMap((store) => store.staff).find((person) => person.id === who.staffId);
    if (!staff) return null;
    const { setCookie } = await startDemoStaffSession(request, staff.id);
    return { setCookie, dealId: null };
  }
  const shopper = stores.flatMap((store) => store.shoppers).find((person) => person.id === who.shopperId);
  if (!shopper) return null;
  const { setCookie } = await startShopperSession(request, { shopperId: shopper.id });
  return { setCookie, dealId: shopper.dealId };
}
