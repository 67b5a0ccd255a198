import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireStaff } from "#app/accounts/request-person.server";
import { deskRoles } from "#app/desk/desk-roles";
import { waitFigures, WAIT_FIGURES_DAYS } from "#app/waits/wait-figures.server";
import { WaitsPage } from "#app/waits/waits-page";

export const handle = { staffScreen: true };
export const headers = () => ({ "Cache-Control": "no-store" });
export const meta: MetaFunction = () => [{ title: "Waiting" }, { name: "robots", content: "noindex" }];

/** Whom the store's deals waited for, and how long. With `Accept: application/json`, the figures alone. */
export async function loader({ request }: LoaderFunctionArgs) {
  const person = await requireStaff(request, deskRoles);
  const page = { days: WAIT_FIGURES_DAYS, figures: await waitFigures(person.rooftopId) };
  if (request.headers.get("Accept") === "application/json") throw Response.json(page);
  return page;
}

export default function Waits() {
  return <WaitsPage {...useLoaderData<typeof loader>()} />;
}
