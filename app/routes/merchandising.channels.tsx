import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireStaff } from "#app/accounts/request-person.server";
import { ChannelsPage } from "#app/publishing/channels-page";
import { channelsPage, submitChannelsAct } from "#app/publishing/channels-page.server";
import { merchandisingRoles } from "#app/publishing/merchandising-roles";
import { staffMeta } from "#app/publishing/staff-meta";

export const handle = { staffScreen: true };
export const headers = () => ({ "Cache-Control": "no-store" });
export const meta = staffMeta("channels");

export async function loader({ request }: LoaderFunctionArgs) {
  return channelsPage(await requireStaff(request, merchandisingRoles));
}

export async function action({ request }: ActionFunctionArgs) {
  return submitChannelsAct(await requireStaff(request, merchandisingRoles), await request.formData());
}

export default function Channels() {
  return (
    <ChannelsPage page={useLoaderData<typeof loader>() as never} answer={useActionData<typeof action>() ?? null} />
  );
}
