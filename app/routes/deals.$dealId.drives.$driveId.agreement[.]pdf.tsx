import type { LoaderFunctionArgs } from "@remix-run/node";
import { contextOf } from "#machines/deal/apply-deal-event";
import { requireDealActor } from "#app/accounts/require-deal-actor.server";
import { readDealState } from "#app/deals/read-deal.server";
import { drivePaper } from "#app/delivery/drive-paper.server";
import { requestLocale } from "#app/ui/locale.server";

/** The agreement of one test drive, as it stands. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { dealId } = await requireDealActor(request, params.dealId);
  const state = await readDealState(dealId);
  const drive = state && contextOf(state).drives.list.find(({ driveId }) => driveId === params.driveId);
  if (!state || !drive) throw new Response(null, { status: 404, statusText: "Not Found" });
  const bytes = await drivePaper(contextOf(state), drive, requestLocale(request));
  return new Response(Buffer.from(bytes), {
    headers: {
      "Content-Type": "application/pdf",
      "Content-Disposition": 'inline; filename="test-drive.pdf"',
      "Cache-Control": "no-store",
      "X-Content-Type-Options": "nosniff",
    },
  });
}
