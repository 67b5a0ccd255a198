import { randomUUID } from "node:crypto";
import { z } from "zod";
import { contextOf, lifeOf } from "#machines/deal/apply-deal-event";
import type { Refusal } from "#machines/deal/deal-refusals";
import { refuse } from "#machines/deal/deal-refusals";
import { drivePlaces } from "#machines/stages/test-drive";
import type { Actor } from "#machines/store/actor";
import { ensureShopper } from "#app/accounts/request-person.server";
import { readDealState } from "#app/deals/read-deal.server";
import { startDeal } from "#app/deals/start-deal.server";
import { submitDealEvent } from "#app/deals/submit-deal-event.server";
import { stockChanged } from "#app/merchandising/stock-board.server";
import { database } from "#app/platform/database.server";
import { rateLimit } from "#app/platform/rate-limit.server";

const line = z.string().trim().max(80).default("");
const wishSchema = z.object({
  editSeed: z.uuid().optional(),
  startsAt: z.iso.datetime(),
  place: z.enum(drivePlaces).default("store"),
  street: line,
  city: line,
  region: line,
  postcode: line,
});

/** Somebody compares a few cars; more than that is a machine's. */
const bookings = rateLimit("bookDrive", { points: 20, perSeconds: 600 });

/** Books a drive on a deal: an address given for a drive at home is the customer's own. Null when it is booked. */
export async function bookDriveOn(dealId: string, actor: Actor, form: FormData): Promise<Refusal | null> {
  const wish = wishSchema.safeParse(Object.fromEntries(form));
  if (!wish.success) return refuse("malformed", undefined, "startsAt");
  const { startsAt, place, street, city, region, postcode, editSeed = randomUUID() } = wish.data;
  if (place === "home" && street && city && region && postcode) {
    const event = { type: "customer.addressStated", street, city, region, postcode } as const;
    const said = await submitDealEvent({ dealId, editId: `drive-home:${editSeed}`, actor, event });
    if (said.status === "refused") return said.refusal;
  }
  const event = { type: "drive.bookRequested", startsAt, place } as const;
  const answer = await submitDealEvent({ dealId, editId: `book:${editSeed}`, actor, event });
  if (answer.status === "refused") return answer.refusal;
  return answer.status === "again" ? refuse("slotTaken", undefined, "startsAt") : null;
}

/** From a vehicle's page: the shopper's own open deal about this car, or a new one; then the drive on it. */
export async function bookDriveFromPage(
  request: Request,
  from: { rooftopId: string; stockNumber: string; clientAddress: string },
): Promise<{ dealId: string; refusal: Refusal | null; setCookie: string | null } | { refusal: Refusal }> {
  const allowed = await bookings.take(from.clientAddress);
  if (!allowed.ok) {
    throw new Response(null, { status: 429, headers: { "Retry-After": String(allowed.retryAfterSeconds) } });
  }
  const form = await request.formData();
  const { shopperId, setCookie } = await ensureShopper(request);
  const actor: Actor = { kind: "customer", shopperId, firstName: null };
  const dealId = (await openDealOf(shopperId, from.stockNumber)) ?? (await begin(from, actor, shopperId));
  if (typeof dealId !== "string") return dealId;
  return { dealId, refusal: await bookDriveOn(dealId, actor, form), setCookie };
}

async function openDealOf(shopperId: string, stockNumber: string): Promise<string | null> {
  const access = await database().prisma.dealAccess.findMany({
    where: { shopperId, seatId: null },
    orderBy: { grantedAt: "desc" },
    take: 20,
    select: { dealId: true },
  });
  for (const { dealId } of access) {
    const state = await readDealState(dealId);
    if (state && lifeOf(state) === "open" && contextOf(state).vehicle.vehicle?.stockNumber === stockNumber)
      return dealId;
  }
  return null;
}

async function begin(
  { rooftopId, stockNumber }: { rooftopId: string; stockNumber: string },
  actor: Actor,
  shopperId: string,
): Promise<string | { refusal: Refusal }> {
  const started = await startDeal({ rooftopId, stockNumber, actor, startedFrom: "vehiclePage", shopperId });
  stockChanged();
  return "refusal" in started ? started : started.dealId;
}
