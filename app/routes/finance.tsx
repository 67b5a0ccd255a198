import type { LoaderFunctionArgs } from "@remix-run/node";
import { type ShouldRevalidateFunctionArgs, useLoaderData } from "@remix-run/react";
import { requireStaff } from "#app/accounts/request-person.server";
import { deskMeta } from "#app/desk/desk-meta";
import { financeDeskRoles } from "#app/desk/desk-roles";
import { FinanceDesk } from "#app/desk/finance-desk";
import { readFinanceQueue } from "#app/desk/finance-queue.server";

export const handle = { staffScreen: true };
export const headers = () => ({ "Cache-Control": "no-store" });
export const meta = deskMeta((t) => t("finance"));

/** The queue is live by itself: going from deal to deal in it loads the deal alone. */
export const shouldRevalidate = ({
  formMethod,
  currentUrl,
  nextUrl,
  defaultShouldRevalidate,
}: ShouldRevalidateFunctionArgs) =>
  formMethod === undefined && currentUrl.href !== nextUrl.href ? false : defaultShouldRevalidate;

export async function loader({ request }: LoaderFunctionArgs) {
  return readFinanceQueue(await requireStaff(request, financeDeskRoles));
}

export default function Finance() {
  return <FinanceDesk {...useLoaderData<typeof loader>()} />;
}
