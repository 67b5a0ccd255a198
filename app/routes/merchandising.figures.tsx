import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireStaff } from "#app/accounts/request-person.server";
import { FiguresPage } from "#app/measure/figures-page";
import { readCarChoice } from "#app/measure/car-choice";
import { merchandisingFigures } from "#app/measure/merchandising-figures.server";
import { frameReader } from "#app/publishing/frame-reader.server";
import { merchandisingLeads, merchandisingRoles } from "#app/publishing/merchandising-roles";
import { staffMeta } from "#app/publishing/staff-meta";

export const handle = { staffScreen: true };
export const headers = () => ({ "Cache-Control": "no-store" });
export const meta = staffMeta("measure");

export async function loader({ request }: LoaderFunctionArgs) {
  const person = await requireStaff(request, merchandisingRoles);
  const choice = readCarChoice(new URL(request.url).searchParams);
  const seesCost = person.seesCost || merchandisingLeads.includes(person.role);
  return {
    reader: await frameReader(person),
    figures: await merchandisingFigures(person.rooftopId, { choice, seesCost }),
  };
}

export default function Figures() {
  return <FiguresPage {...useLoaderData<typeof loader>()} />;
}
