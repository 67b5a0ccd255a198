import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireStaff } from "#app/accounts/request-person.server";
import { programReport, programReportCsv } from "#app/credit/red-flags.server";
import { alarmsOf, viewsOf } from "#app/credit/sealed-views.server";
import { deskMeta } from "#app/desk/desk-meta";
import { AccessReportPage } from "#app/lenders/access-report-page";
import { now } from "#app/platform/clock.server";

export const handle = { staffScreen: true };
export const headers = () => ({ "Cache-Control": "no-store" });
export const meta = deskMeta((t) => t("finance"));

/** By employee or by application, and the year's report of raised points as a file. */
export async function loader({ request }: LoaderFunctionArgs) {
  const person = await requireStaff(request, ["fniManager", "generalManager", "controller", "admin"]);
  const { searchParams } = new URL(request.url);
  const year = Number(searchParams.get("program"));
  if (Number.isInteger(year) && year > 2_000)
    throw new Response(programReportCsv(await programReport(person.rooftopId, year)), {
      headers: {
        "Content-Type": "text/csv; charset=utf-8",
        "Content-Disposition": `attachment; filename="program-${year}.csv"`,
      },
    });
  const [staffId, applicationId] = [searchParams.get("staff"), searchParams.get("application")];
  const views = await viewsOf(person.rooftopId, {
    ...(staffId && { staffId }),
    ...(applicationId && { applicationId }),
  });
  return {
    year: now().getUTCFullYear(),
    alarms: await alarmsOf(person.rooftopId),
    rows: views.map(({ id, staffName, applicationId: of, reason, openedAt }) => ({
      id,
      staffName,
      applicationId: of,
      reason,
      openedAt: openedAt.toISOString(),
    })),
  };
}

export default function CreditAccess() {
  return <AccessReportPage {...useLoaderData<typeof loader>()} />;
}
