import type { LoaderFunctionArgs } from "@remix-run/node";
import { contextOf } from "#machines/deal/apply-deal-event";
import { requireDealActor } from "#app/accounts/require-deal-actor.server";
import { readDealState } from "#app/deals/read-deal.server";
import { promisePaperPath, promisePath } from "#app/promises/promise-address.server";

/** Where each promise of this deal is to be read: the addresses hold its code, which the card itself does not know. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { dealId } = await requireDealActor(request, params.dealId);
  const state = await readDealState(dealId);
  const promises = (state ? contextOf(state).promises.list : []).map(({ content: { number } }) => ({
    number,
    page: promisePath(number),
    paper: promisePaperPath(number),
  }));
  return Response.json({ promises });
}
