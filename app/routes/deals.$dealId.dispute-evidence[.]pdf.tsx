import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireDealStaff } from "#app/accounts/require-deal-staff.server";
import { tillRoles } from "#app/till/till-report";
import { readDisputeEvidence } from "#app/till/dispute-evidence.server";
import { pdfAnswer } from "#app/till/pdf-answer.server";

/** For who answers the bank. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { dealId } = await requireDealStaff(request, params.dealId, tillRoles);
  const evidence = await readDisputeEvidence(dealId);
  if (!evidence) throw new Response(null, { status: 404, statusText: "Not Found" });
  return pdfAnswer(evidence);
}
