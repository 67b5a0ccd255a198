import { randomUUID } from "node:crypto";
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireDealActor } from "#app/accounts/require-deal-actor.server";
import { readDealView } from "#app/deals/read-deal.server";
import { ReturnPage } from "#app/delivery/return-page";
import { submitDeliveryAct } from "#app/delivery/submit-delivery-act.server";
import { audienceOf } from "#machines/store/actor";

export const headers = () => ({ "Cache-Control": "no-store" });
export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: page ? `${page.dealNumber} · ${page.storeName}` : "" },
  { name: "robots", content: "noindex" },
];

/** Bringing the car back, from the customer's own projection. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { dealId, actor } = await requireDealActor(request, params.dealId);
  const view = await readDealView(dealId, audienceOf(actor));
  if (!view || view.life !== "delivered") throw new Response(null, { status: 404, statusText: "Not Found" });
  const { store, returns, identity, vehicle, handover } = view.card;
  const car = vehicle.vehicle;
  return {
    dealId,
    dealNumber: identity.dealNumber,
    storeName: store.name,
    car: car ? `${car.year} ${car.make} ${car.model}` : "",
    policies: store.returns ?? [],
    request: returns.request,
    odometer: handover.odometer ?? car?.mileage ?? 0,
    editSeed: randomUUID(),
    rooftop: { timeZone: store.timeZone, accent: null },
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  return submitDeliveryAct(request, params.dealId);
}

export default function BringBack() {
  return <ReturnPage {...useLoaderData<typeof loader>()} />;
}
