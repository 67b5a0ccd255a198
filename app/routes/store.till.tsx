import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireStaff } from "#app/accounts/request-person.server";
import { tellReceipts } from "#app/effects/receipt-mail.server";
import { handBack } from "#app/payments/hand-back.server";
import { tillMessages } from "#app/till/till-messages";
import { tillRoles } from "#app/till/till-report";
import { readTillReport } from "#app/till/till-report.server";
import { TillReportPage } from "#app/till/till-report-page";
import { defaultLocale, isLocale } from "#app/ui/locale";
import { translator } from "#app/ui/translator";

export const handle = { staffScreen: true };
export const headers = () => ({ "Cache-Control": "no-store" });
export const meta: MetaFunction = ({ matches }) => {
  const root = matches.find((match) => match.id === "root")?.data as { locale?: unknown } | undefined;
  const t = translator(tillMessages, isLocale(root?.locale) ? root.locale : defaultLocale);
  return [{ title: t("title") }, { name: "robots", content: "noindex" }];
};

export async function loader({ request }: LoaderFunctionArgs) {
  const person = await requireStaff(request, tillRoles);
  return readTillReport(person, new URL(request.url).searchParams.get("day"));
}

/** What was owed to a customer left the till. */
export async function action({ request }: ActionFunctionArgs) {
  const { rooftopId, staffId } = await requireStaff(request, tillRoles);
  const form = await request.formData();
  const dealId = await handBack(String(form.get("attemptId") ?? ""), rooftopId, staffId);
  if (dealId === null) throw new Response(null, { status: 404, statusText: "Not Found" });
  await tellReceipts(dealId);
  return redirect("/store/till");
}

export default function StoreTill() {
  return <TillReportPage {...useLoaderData<typeof loader>()} />;
}
