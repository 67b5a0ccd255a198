import { randomUUID } from "node:crypto";
import { database } from "#app/platform/database.server";
import { env } from "#app/platform/env.server";

/** A request as a browser with these cookies sends it. `Set-Cookie` values are cut to their pair, as a browser does. */
export function requestFrom(setCookie: string | null = null, path = "/"): Request {
  const headers = new Headers({ "User-Agent": "test" });
  if (setCookie) headers.set("Cookie", setCookie.split(";", 1)[0] ?? "");
  return new Request(`http://localhost:3000${path}`, { headers });
}

export const cookieOf = (setCookie: string): string => setCookie.split(";", 1)[0] ?? "";

const offsetAtStart = env.CLOCK_OFFSET_MS;
export const MINUTE = 60_000;

export function moveClock(milliseconds: number): void {
  env.CLOCK_OFFSET_MS += milliseconds;
}

/** For afterEach: the clock and the mode as they were. */
export function resetSettings(): void {
  env.CLOCK_OFFSET_MS = offsetAtStart;
  env.DEMO = true;
}

export async function aRooftop(rooftop: { demo?: boolean } = {}): Promise<string> {
  const id = randomUUID();
  await database().prisma.rooftop.create({ data: { id, name: "Lakeside Motors", policy: {}, ...rooftop } });
  return id;
}

export async function aStaffMember(
  staff: { rooftopId?: string; email?: string; passwordHash?: string | null; active?: boolean; role?: string } = {},
): Promise<{ id: string; rooftopId: string; email: string }> {
  const id = randomUUID();
  const rooftopId = staff.rooftopId ?? (await aRooftop());
  const email = staff.email ?? `${id}@lakeside.example`;
  const person = { firstName: "Maya", lastName: "Okafor", role: "salesperson" };
  await database().prisma.staffMember.create({
    data: { ...person, passwordHash: "131072$8$1$AA$AA", ...staff, id, rooftopId, email },
  });
  return { id, rooftopId, email };
}

export async function aDeal(deal: { rooftopId?: string; life?: string } = {}): Promise<string> {
  const id = randomUUID();
  const rooftopId = deal.rooftopId ?? (await aRooftop());
  await database().prisma.deal.create({ data: { ...deal, id, rooftopId, number: `LM-${id.slice(0, 6)}` } });
  return id;
}

export async function aShopper(shopper: { id?: string } = {}): Promise<string> {
  const { id } = await database().prisma.shopper.create({ data: { id: shopper.id ?? randomUUID() } });
  return id;
}
