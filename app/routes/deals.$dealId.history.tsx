import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import type { DealChange } from "#machines/deal/deal-changes";
import { audienceOf } from "#machines/store/actor";
import { partiesFor } from "#app/replay/replay-rights";
import { requireDealActor } from "#app/accounts/require-deal-actor.server";
import { DealHistory } from "#app/deal-card/deal-history";
import { readDealChanges, readDealView } from "#app/deals/read-deal.server";

export const handle = { staffScreen: true };
export const headers = () => ({ "Cache-Control": "no-store" });
export const meta: MetaFunction = () => [{ title: "History" }, { name: "robots", content: "noindex" }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { actor, dealId } = await requireDealActor(request, params.dealId);
  const audience = audienceOf(actor);
  const view = await readDealView(dealId, audience);
  if (!view) throw new Response(null, { status: 404, statusText: "Not Found" });
  const { identity, store, vehicle } = view.card;
  return {
    dealId,
    audience,
    mayReplay: partiesFor(actor).length > 0,
    dealNumber: identity.dealNumber,
    storeName: store.name,
    vehicleName: vehicle.vehicle && `${vehicle.vehicle.year} ${vehicle.vehicle.make} ${vehicle.vehicle.model}`,
    changes: await readDealChanges(dealId, audience),
    rooftop: { timeZone: store.timeZone, accent: null },
  };
}

export default function HistoryPage() {
  const page = useLoaderData<typeof loader>();
  return <DealHistory {...page} changes={page.changes as DealChange[]} />;
}
