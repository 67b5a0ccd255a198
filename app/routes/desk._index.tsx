import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { type ShouldRevalidateFunctionArgs, useLoaderData } from "@remix-run/react";
import { requireStaff } from "#app/accounts/request-person.server";
import { deskMeta } from "#app/desk/desk-meta";
import { DeskPage } from "#app/desk/desk-page";
import { readDeskPage } from "#app/desk/desk-page.server";
import { deskRoles } from "#app/desk/desk-roles";
import { submitDeskAct } from "#app/desk/submit-desk-act.server";

export const handle = { staffScreen: true };
export const headers = () => ({ "Cache-Control": "no-store" });
export const meta = deskMeta((t) => t("title"));

/** Tab, search and chosen deal live in the address and are worked out in the page; only an act asks the store again. */
export const shouldRevalidate = ({
  formMethod,
  currentUrl,
  nextUrl,
  defaultShouldRevalidate,
}: ShouldRevalidateFunctionArgs) =>
  formMethod === undefined && currentUrl.pathname === nextUrl.pathname && currentUrl.search !== nextUrl.search
    ? false
    : defaultShouldRevalidate;

export async function loader({ request }: LoaderFunctionArgs) {
  const person = await requireStaff(request);
  // Whoever answers for the taxes and works no deals has their desk elsewhere.
  if (person.role === "controller") throw redirect("/store/taxes");
  return readDeskPage(await requireStaff(request, deskRoles));
}

export const action = ({ request }: ActionFunctionArgs) => submitDeskAct(request);

export default function Desk() {
  return <DeskPage {...useLoaderData<typeof loader>()} />;
}
