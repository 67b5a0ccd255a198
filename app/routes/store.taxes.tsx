import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireStaff } from "#app/accounts/request-person.server";
import { taxRoles } from "#app/taxes/store-taxes";
import { readStoreTaxes } from "#app/taxes/store-taxes.server";
import { StoreTaxesPage } from "#app/taxes/store-taxes-page";
import { storeTaxMessages } from "#app/taxes/store-tax-messages";
import { submitTaxAct } from "#app/taxes/submit-tax-act.server";
import { defaultLocale, isLocale } from "#app/ui/locale";
import { translator } from "#app/ui/translator";

export const handle = { staffScreen: true };
export const headers = () => ({ "Cache-Control": "no-store" });
export const meta: MetaFunction = ({ matches }) => {
  const root = matches.find((match) => match.id === "root")?.data as { locale?: unknown } | undefined;
  const t = translator(storeTaxMessages, isLocale(root?.locale) ? root.locale : defaultLocale);
  return [{ title: t("title") }, { name: "robots", content: "noindex" }];
};

export async function loader({ request }: LoaderFunctionArgs) {
  const person = await requireStaff(request, taxRoles);
  const { searchParams } = new URL(request.url);
  return readStoreTaxes(person, { place: searchParams.get("place"), version: searchParams.get("version") });
}

export const action = ({ request }: ActionFunctionArgs) => submitTaxAct(request);

export default function StoreTaxes() {
  return <StoreTaxesPage {...useLoaderData<typeof loader>()} answer={useActionData<typeof action>() ?? null} />;
}
