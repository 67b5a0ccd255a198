import { randomUUID } from "node:crypto";
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { freeDrives } from "#app/delivery/book-drive.server";
import { DrivePage } from "#app/delivery/drive-page";
import { drivePolicy } from "#app/delivery/drive-slots";
import { bookDriveFromPage } from "#app/delivery/test-drive.server";
import { stockBoard } from "#app/merchandising/stock-board.server";

export const headers = () => ({ "Cache-Control": "no-store" });
export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: page ? `${page.car} · ${page.store.name}` : "" },
  { name: "robots", content: "noindex" },
];

async function carOf(stockNumber: string | undefined) {
  const board = await stockBoard();
  const vehicle = stockNumber ? board?.byStockNumber.get(stockNumber) : undefined;
  if (!board || !vehicle || vehicle.status === "sold")
    throw new Response(null, { status: 404, statusText: "Not Found" });
  return { board, vehicle };
}

/** A test drive of this car, without a deal and without an account. */
export async function loader({ params }: LoaderFunctionArgs) {
  const { board, vehicle } = await carOf(params.stockNumber);
  const { policy } = board;
  const { street, city, region, postcode } = policy.address;
  return {
    store: { name: policy.name, phone: policy.phone, address: `${street}, ${city}, ${region} ${postcode}` },
    car: `${vehicle.year} ${vehicle.make} ${vehicle.model}`,
    dealId: null,
    stockNumber: vehicle.stockNumber,
    days: await freeDrives(policy, vehicle.stockNumber),
    homeMiles: drivePolicy(policy).homeMiles,
    known: { street: "", city: "", region: "", postcode: "" },
    drives: [],
    canBook: true,
    editSeed: randomUUID(),
    rooftop: { timeZone: policy.timeZone, accent: null },
  };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { board, vehicle } = await carOf(params.stockNumber);
  const { stockNumber } = vehicle;
  const from = { rooftopId: board.rooftopId, stockNumber, clientAddress: context.clientAddress };
  const booked = await bookDriveFromPage(request, from);
  if (!("dealId" in booked)) return data({ refusal: booked.refusal }, { status: 409 });
  const headers: Record<string, string> = booked.setCookie ? { "Set-Cookie": booked.setCookie } : {};
  if (booked.refusal) return data({ refusal: booked.refusal }, { status: 409, headers });
  return redirect(`/deals/${booked.dealId}/drive`, { headers });
}

export default function DriveFromPage() {
  const page = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return <DrivePage {...page} refusal={answer && "refusal" in answer ? answer.refusal : null} />;
}
