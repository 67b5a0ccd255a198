import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { cents } from "#machines/money/cents";
import { requireStaff } from "#app/accounts/request-person.server";
import { staffName } from "#app/intake/stock-record.server";
import { importMarket } from "#app/pricing/import-market.server";
import { readPriceDesk, setPrice } from "#app/pricing/price-desk.server";
import { PricesPage, type PriceAnswer } from "#app/pricing/prices-page";
import { frameReader } from "#app/publishing/frame-reader.server";
import { merchandisingLeads, merchandisingRoles } from "#app/publishing/merchandising-roles";
import { staffMeta } from "#app/publishing/staff-meta";
import { parseMoney } from "#app/ui/parse-money";

export const handle = { staffScreen: true };
export const headers = () => ({ "Cache-Control": "no-store" });
export const meta = staffMeta("prices");

export async function loader({ request }: LoaderFunctionArgs) {
  const person = await requireStaff(request, merchandisingRoles);
  const isLead = merchandisingLeads.includes(person.role);
  return { reader: await frameReader(person), desk: await readPriceDesk(person.rooftopId), isLead };
}

export async function action({ request }: ActionFunctionArgs): Promise<PriceAnswer> {
  const person = await requireStaff(request, merchandisingLeads);
  const form = await request.formData();
  const file = form.get("file");
  if (form.get("act") === "market" && file instanceof File) {
    return { kind: "market", result: await importMarket(person.rooftopId, await file.text()) };
  }
  const price = parseMoney(String(form.get("price") ?? "").replace("$", ""));
  if (price === null || price <= 0) return { kind: "price", changed: false };
  const stockNumber = String(form.get("stockNumber") ?? "");
  return { kind: "price", changed: await setPrice(person.rooftopId, stockNumber, cents(price), staffName(person)) };
}

export default function Prices() {
  return <PricesPage {...useLoaderData<typeof loader>()} answer={useActionData<typeof action>() ?? null} />;
}
