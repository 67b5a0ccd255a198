import { randomUUID } from "node:crypto";
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { contextOf, lifeOf } from "#machines/deal/apply-deal-event";
import { requireDealActor } from "#app/accounts/require-deal-actor.server";
import { readDealState } from "#app/deals/read-deal.server";
import { freeDrives } from "#app/delivery/book-drive.server";
import { DrivePage } from "#app/delivery/drive-page";
import { drivePolicy } from "#app/delivery/drive-slots";
import { submitDeliveryAct } from "#app/delivery/submit-delivery-act.server";
import { bookDriveOn } from "#app/delivery/test-drive.server";

export const headers = () => ({ "Cache-Control": "no-store" });
export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: page ? `${page.car} · ${page.store.name}` : "" },
  { name: "robots", content: "noindex" },
];

/** The test drives of one deal, and a new one. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { dealId, actor } = await requireDealActor(request, params.dealId);
  const state = await readDealState(dealId);
  const deal = state && contextOf(state);
  const car = deal?.vehicle.vehicle;
  if (!state || !deal || !car) throw new Response(null, { status: 404, statusText: "Not Found" });
  const { store, people, drives } = deal;
  const address = `${store.address.street}, ${store.address.city}, ${store.address.region} ${store.address.postcode}`;
  // Where the buyer lives is theirs and the store's, not for who sits beside them.
  const isBuyer = actor.kind === "staff" || (actor.kind === "customer" && !actor.seat);
  const { street, city, region, postcode } = people.customer;
  return {
    store: { name: store.name, phone: store.phone, address },
    car: `${car.year} ${car.make} ${car.model}`,
    dealId,
    stockNumber: car.stockNumber,
    days: await freeDrives(store, car.stockNumber),
    homeMiles: drivePolicy(store).homeMiles,
    known: isBuyer ? { street, city, region, postcode } : { street: "", city: "", region: "", postcode: "" },
    drives: drives.list.map((drive) => {
      const { bookedBy: _, ...shown } = drive;
      return shown;
    }),
    canBook: lifeOf(state) === "open",
    editSeed: randomUUID(),
    rooftop: { timeZone: store.timeZone, accent: null },
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const form = await request.clone().formData();
  if (form.get("act") !== "drive") {
    const { refusal } = await submitDeliveryAct(request, params.dealId);
    return { refusal };
  }
  const { actor, dealId } = await requireDealActor(request, params.dealId);
  return { refusal: await bookDriveOn(dealId, actor, form) };
}

export default function DealDrive() {
  const page = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return <DrivePage {...page} refusal={answer?.refusal ?? null} />;
}
