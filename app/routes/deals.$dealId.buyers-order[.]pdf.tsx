import type { LoaderFunctionArgs } from "@remix-run/node";
import { readsContract } from "#app/accounts/deal-actor.server";
import { requireDealActor } from "#app/accounts/require-deal-actor.server";
import { readBuyersOrder } from "#app/documents/jacket-documents.server";

/**
 * The same paper for both sides of the desk: drawn from what the customer may see. It names the buyer and where they
 * live, so whoever sits beside them has it no more than they have that.
 */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { dealId, actor } = await requireDealActor(request, params.dealId);
  const order = readsContract(actor) ? await readBuyersOrder(dealId) : null;
  if (!order) throw new Response(null, { status: 404, statusText: "Not Found" });
  return new Response(Buffer.from(order.bytes), {
    headers: {
      "Content-Type": "application/pdf",
      "Content-Disposition": `inline; filename="${order.fileName}"`,
      "Cache-Control": "no-store",
      "X-Content-Type-Options": "nosniff",
      "Content-Security-Policy": "sandbox; default-src 'none'; object-src 'self'; plugin-types application/pdf",
    },
  });
}
