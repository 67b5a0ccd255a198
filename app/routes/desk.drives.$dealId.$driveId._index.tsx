import { randomUUID } from "node:crypto";
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireDealActor } from "#app/accounts/require-deal-actor.server";
import { requireStaff } from "#app/accounts/request-person.server";
import { readDrive } from "#app/delivery/drive-list.server";
import { DriveDeskPage } from "#app/delivery/drive-desk-page";
import { submitDeliveryAct } from "#app/delivery/submit-delivery-act.server";
import { deskRoles } from "#app/desk/desk-roles";
import { storeDress } from "#app/desk/store-dress.server";

export const handle = { staffScreen: true };
export const headers = () => ({ "Cache-Control": "no-store" });
export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: page ? `${page.row.drive.carName} · ${page.storeName}` : "" },
  { name: "robots", content: "noindex" },
];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { rooftopId } = await requireStaff(request, deskRoles);
  const { dealId } = await requireDealActor(request, params.dealId);
  const row = await readDrive(dealId, params.driveId ?? "");
  if (!row) throw new Response(null, { status: 404, statusText: "Not Found" });
  const dress = await storeDress(rooftopId);
  return { storeName: dress.name, row, editSeed: randomUUID(), rooftop: { timeZone: dress.timeZone, accent: null } };
}

export async function action({ request, params }: ActionFunctionArgs) {
  await requireStaff(request, deskRoles);
  return submitDeliveryAct(request, params.dealId);
}

export default function DriveAtTheStore() {
  return <DriveDeskPage {...useLoaderData<typeof loader>()} />;
}
