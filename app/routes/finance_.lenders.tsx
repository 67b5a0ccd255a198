import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireStaff } from "#app/accounts/request-person.server";
import { deskMeta } from "#app/desk/desk-meta";
import { preferenceRoles } from "#app/lenders/preference";
import { keepPreferences, readPreferences } from "#app/lenders/preferred-lenders.server";
import { PreferredLendersPage } from "#app/lenders/preferred-lenders-page";

export const handle = { staffScreen: true };
export const headers = () => ({ "Cache-Control": "no-store" });
export const meta = deskMeta((t) => t("finance"));

export async function loader({ request }: LoaderFunctionArgs) {
  const { rooftopId } = await requireStaff(request, preferenceRoles);
  return { kinds: await readPreferences(rooftopId) };
}

export async function action({ request }: ActionFunctionArgs) {
  const person = await requireStaff(request, preferenceRoles);
  const form = await request.formData();
  const given = [...form].flatMap(([name, value]) => (name.startsWith("lender:") ? [[name.slice(7), value]] : []));
  return {
    kept: await keepPreferences(
      person,
      form.get("condition"),
      Object.fromEntries(given),
      form.get("method") ?? "finance",
    ),
  };
}

export default function PreferredLenders() {
  const said = useActionData<typeof action>()?.kept ?? null;
  return <PreferredLendersPage {...useLoaderData<typeof loader>()} said={said} />;
}
