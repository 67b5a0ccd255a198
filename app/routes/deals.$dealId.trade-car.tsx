import type { LoaderFunctionArgs } from "@remix-run/node";
import { contextOf } from "#machines/deal/apply-deal-event";
import { requireDealActor } from "#app/accounts/require-deal-actor.server";
import { readDealState } from "#app/deals/read-deal.server";
import { rateLimit } from "#app/platform/rate-limit.server";
import { lookUpMake, lookUpVin } from "#app/valuation/known-cars.server";
import { lookUpPlate } from "#app/valuation/plate-look-up.server";

/** Somebody types one number or one make; a script would read the whole market. */
const lookUps = rateLimit("tradeCarLookUp", { points: 60, perSeconds: 600 });
const MAX_TYPED = 80;

/** What a number or a plate says of the customer's car, or which kinds a make has. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { dealId } = await requireDealActor(request, params.dealId);
  const taken = await lookUps.take(dealId);
  if (!taken.ok) throw new Response(null, { status: 429, headers: { "Retry-After": String(taken.retryAfterSeconds) } });
  const state = await readDealState(dealId);
  if (!state) throw new Response(null, { status: 404, statusText: "Not Found" });
  const { rooftopId } = contextOf(state).store;
  const asked = new URL(request.url).searchParams;
  const vin = asked.get("vin")?.slice(0, MAX_TYPED);
  if (vin !== undefined) return Response.json(await lookUpVin(rooftopId, vin));
  const plate = asked.get("plate")?.slice(0, MAX_TYPED);
  if (plate !== undefined) return Response.json(await byPlate(rooftopId, plate, asked.get("region") ?? ""));
  return Response.json({ kinds: await lookUpMake(rooftopId, (asked.get("make") ?? "").slice(0, MAX_TYPED)) });
}

/** A plate leads to a number, and the number says what the car is: nothing else is taken from a register. */
async function byPlate(rooftopId: string, plate: string, region: string) {
  const answer = await lookUpPlate({ plate: plate.trim().toUpperCase(), region: region.slice(0, MAX_TYPED) });
  return answer.status === "plateRead" ? lookUpVin(rooftopId, answer.vin) : answer;
}
