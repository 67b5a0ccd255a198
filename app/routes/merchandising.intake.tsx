import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireStaff } from "#app/accounts/request-person.server";
import { IntakePage } from "#app/intake/intake-page";
import { submitIntake } from "#app/intake/submit-intake.server";
import { frameReader } from "#app/publishing/frame-reader.server";
import { merchandisingLeads, merchandisingRoles } from "#app/publishing/merchandising-roles";
import { staffMeta } from "#app/publishing/staff-meta";

export const handle = { staffScreen: true };
export const headers = () => ({ "Cache-Control": "no-store" });
export const meta = staffMeta("intake");

export async function loader({ request }: LoaderFunctionArgs) {
  const person = await requireStaff(request, merchandisingRoles);
  return { reader: await frameReader(person), seesCost: person.seesCost || merchandisingLeads.includes(person.role) };
}

export async function action({ request }: ActionFunctionArgs) {
  return submitIntake(await requireStaff(request, merchandisingRoles), await request.formData());
}

export default function Intake() {
  return <IntakePage {...useLoaderData<typeof loader>()} answer={useActionData<typeof action>() ?? null} />;
}
