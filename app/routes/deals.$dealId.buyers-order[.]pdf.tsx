import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireDealActor } from "#app/accounts/require-deal-actor.server";
import { readBuyersOrder } from "#app/documents/jacket-documents.server";

/** The same paper for both sides of the desk: drawn from what the customer may see. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { dealId } = await requireDealActor(request, params.dealId);
  const order = await readBuyersOrder(dealId);
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
