import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireStaff } from "#app/accounts/request-person.server";
import { readDrives } from "#app/delivery/drive-list.server";
import { DriveListPage } from "#app/delivery/drive-list-page";
import { deskRoles } from "#app/desk/desk-roles";

export const handle = { staffScreen: true };
export const headers = () => ({ "Cache-Control": "no-store" });
export const meta: MetaFunction = () => [{ title: "Test drives" }, { name: "robots", content: "noindex" }];

export async function loader({ request }: LoaderFunctionArgs) {
  const { rooftopId } = await requireStaff(request, deskRoles);
  return readDrives(rooftopId);
}

export default function DriveList() {
  return <DriveListPage {...useLoaderData<typeof loader>()} />;
}
