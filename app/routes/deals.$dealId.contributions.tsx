import type { LoaderFunctionArgs } from "@remix-run/node";
import { contributionRecords } from "#machines/deal/contribution-record";
import { requireDealStaff } from "#app/accounts/require-deal-staff.server";
import { readJournal } from "#app/deals/read-journal.server";

/** Who did what for the deal, from its journal: for staff, who are paid by it. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { dealId } = await requireDealStaff(request, params.dealId);
  const rows = await readJournal(dealId, 0);
  const records = contributionRecords(
    rows.map(({ event, revision, at, actor }) => ({ event, meta: { revision, at, by: actor } })),
  );
  return Response.json({ records }, { headers: { "Cache-Control": "no-store" } });
}
