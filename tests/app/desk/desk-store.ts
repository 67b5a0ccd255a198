import { randomUUID } from "node:crypto";
import type { StaffRole } from "#machines/store/actor";
import { startStaffSession, startShopperSession } from "#app/accounts/session.server";
import { grantDealAccess } from "#app/accounts/deal-actor.server";
import { useEffectQueue } from "#app/deals/deal-effect-queue.server";
import { sealPencil } from "#app/pencils/seal-pencil.server";
import { useDealResolvers } from "#app/deals/deal-resolvers.server";
import { startDeal } from "#app/deals/start-deal.server";
import { submitDealEvent } from "#app/deals/submit-deal-event.server";
import { garagedTaxes } from "#app/taxes/garaged-taxes.server";
import { database } from "#app/platform/database.server";
import type { DealEvent } from "#machines/deal/deal-events";
import { aShopper, cookieOf, requestFrom } from "#tests/app/accounts/people";
import { aStorePolicy, aVehicle, system } from "#tests/support/a-deal";
import {
  deliveryEvents,
  depositEvents,
  fniEvents,
  identityEvents,
  termsAgreed,
  usualActor,
} from "#tests/support/judged-deal";

/** The ports a desk needs: the store's policy, one car, and the staff as they stand in the table. */
export function connectTestPorts(): void {
  const elsewhere = () => Promise.reject(new Error("no desk test asks for this"));
  useEffectQueue(() => Promise.resolve());
  useDealResolvers({
    vehicle: (_, stockNumber) =>
      Promise.resolve(stockNumber === "V2601" ? aVehicle({ priceGoodThrough: farAhead }) : null),
    policy: (rooftopId) => Promise.resolve(aStorePolicy({ rooftopId })),
    async staff(rooftopId, staffId) {
      const staff = await database().prisma.staffMember.findFirst({ where: { id: staffId, rooftopId } });
      return staff && { staffId, role: staff.role as StaffRole, firstName: staff.firstName, lastName: staff.lastName };
    },
    taxes: garagedTaxes,
    holder: () => Promise.resolve(null),
    valuation: elsewhere,
    sealPencil,
    bookSlot: elsewhere,
    bookDrive: elsewhere,
    releaseDrive: elsewhere,
    keepSignature: elsewhere,
    releaseSlot: elsewhere,
    promise: elsewhere,
    takeDeskDeposit: () => Promise.resolve("inProgress" as const),
    cancelDeskDeposit: () => Promise.resolve(),
    prolongedUntil: () => Promise.resolve(null),
    withdrawPromise: elsewhere,
  });
}

/** Tests run on the real clock: a price that is good for ever. */
const farAhead = "2090-01-01" as ReturnType<typeof aVehicle>["priceGoodThrough"];

export async function aStore(): Promise<string> {
  const id = `store-${randomUUID()}`;
  const policy = aStorePolicy({ rooftopId: id });
  await database().prisma.rooftop.create({
    data: { id, name: "Lakeside Motors", policy: JSON.parse(JSON.stringify(policy)) },
  });
  return id;
}

export interface SignedIn {
  staffId: string;
  cookie: string;
}

export async function signedIn(rooftopId: string, role: StaffRole, firstName = "Maya"): Promise<SignedIn> {
  const staffId = `staff-${randomUUID()}`;
  const person = { firstName, lastName: "Okafor", role, rooftopId, email: `${staffId}@lakeside.example` };
  await database().prisma.staffMember.create({ data: { ...person, id: staffId, seesCost: role !== "salesperson" } });
  const { setCookie } = await startStaffSession(requestFrom(), { staffId, secondFactorAt: new Date() });
  return { staffId, cookie: cookieOf(setCookie) };
}

export async function aCustomerOf(dealId: string): Promise<string> {
  const shopperId = await aShopper();
  await grantDealAccess(shopperId, dealId);
  const { setCookie } = await startShopperSession(requestFrom(), { shopperId });
  return cookieOf(setCookie);
}

export async function anOpenDeal(rooftopId: string): Promise<string> {
  const started = await startDeal({ rooftopId, stockNumber: "V2601", actor: system, startedFrom: "vehiclePage" });
  if ("refusal" in started) throw new Error(started.refusal.code);
  return started.dealId;
}

async function tell(dealId: string, event: DealEvent, seenRevision: number): Promise<number> {
  const answer = await submitDealEvent({ dealId, editId: randomUUID(), actor: usualActor(event), event, seenRevision });
  if (answer.status !== "applied") throw new Error(`${event.type}: ${JSON.stringify(answer)}`);
  return answer.revision;
}

/** A deal with nothing left to mend; answers the revision it stands at. */
export async function aReadyDeal(rooftopId: string): Promise<{ dealId: string; revision: number }> {
  const dealId = await anOpenDeal(rooftopId);
  const events: DealEvent[] = [
    ...identityEvents,
    { type: "vehicle.confirmed" },
    { type: "stage.skipped", stage: "trade", reason: "noTrade" },
    ...fniEvents(),
    ...depositEvents,
    ...deliveryEvents,
    termsAgreed,
  ];
  let revision = 1;
  for (const event of events) revision = await tell(dealId, event, revision);
  return { dealId, revision };
}

/** Somebody chooses another term: every figure moves. */
export const moveTheNumbers = (dealId: string) => tell(dealId, { type: "finance.termChosen", termMonths: 48 }, 1);

/** A form post as a browser sends it. */
export function post(path: string, cookie: string | null, fields: Record<string, string>): Request {
  const headers = new Headers({ "User-Agent": "test" });
  if (cookie) headers.set("Cookie", cookie);
  return new Request(`http://localhost:3000${path}`, { method: "POST", headers, body: new URLSearchParams(fields) });
}

export function get(path: string, cookie: string | null): Request {
  const headers = new Headers({ "User-Agent": "test" });
  if (cookie) headers.set("Cookie", cookie);
  return new Request(`http://localhost:3000${path}`, { headers });
}
