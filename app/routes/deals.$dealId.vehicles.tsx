import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireDealActor } from "#app/accounts/require-deal-actor.server";
import { swapCandidates } from "#app/merchandising/swap-candidates.server";

/** Vehicles this deal could be about instead, each with what the swap would do to the numbers. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { dealId } = await requireDealActor(request, params.dealId);
  const query = new URL(request.url).searchParams.get("q") ?? "";
  return Response.json({ vehicles: await swapCandidates(dealId, query.slice(0, 80)) });
}
