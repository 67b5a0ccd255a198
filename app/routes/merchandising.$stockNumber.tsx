import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireStaff } from "#app/accounts/request-person.server";
import { DossierPage } from "#app/publishing/dossier-page";
import { dossierPage } from "#app/publishing/dossier-page.server";
import { merchandisingRoles } from "#app/publishing/merchandising-roles";
import { staffMeta } from "#app/publishing/staff-meta";
import { submitStockAct } from "#app/publishing/submit-stock-act.server";

export const handle = { staffScreen: true };
export const headers = () => ({ "Cache-Control": "no-store" });
export const meta = staffMeta("title");

export async function loader({ request, params }: LoaderFunctionArgs) {
  const person = await requireStaff(request, merchandisingRoles);
  const page = await dossierPage(person, params.stockNumber ?? "");
  if (!page) throw new Response(null, { status: 404, statusText: "Not Found" });
  return page;
}

export async function action({ request, params }: ActionFunctionArgs) {
  const person = await requireStaff(request, merchandisingRoles);
  return submitStockAct(person, params.stockNumber ?? "", await request.formData());
}

export default function Dossier() {
  return <DossierPage page={useLoaderData<typeof loader>() as never} answer={useActionData<typeof action>() ?? null} />;
}
