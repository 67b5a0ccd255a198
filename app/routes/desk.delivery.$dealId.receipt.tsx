import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireDealActor } from "#app/accounts/require-deal-actor.server";
import { requireStaff } from "#app/accounts/request-person.server";
import { readHandoverReceipt } from "#app/delivery/handover-receipt.server";
import { deskRoles } from "#app/desk/desk-roles";

/** The kept receipt, byte by byte as it was hashed; a text that no longer matches its hash is not given out. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  await requireStaff(request, deskRoles);
  const { dealId } = await requireDealActor(request, params.dealId);
  const receipt = await readHandoverReceipt(dealId);
  if (!receipt?.intact) throw new Response(null, { status: 404, statusText: "Not Found" });
  return new Response(receipt.content, {
    headers: {
      "Content-Type": "application/json; charset=utf-8",
      "Cache-Control": "no-store",
      Digest: `sha-256=${Buffer.from(receipt.sha256, "hex").toString("base64")}`,
    },
  });
}
