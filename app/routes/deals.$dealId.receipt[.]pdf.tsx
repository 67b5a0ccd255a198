import type { LoaderFunctionArgs } from "@remix-run/node";
import { isBuyer } from "#app/accounts/deal-actor.server";
import { requireDealActor } from "#app/accounts/require-deal-actor.server";
import { pdfAnswer } from "#app/till/pdf-answer.server";
import { readReceipt } from "#app/till/receipt.server";

/** A receipt bears the buyer's name: for them and for the store. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { actor, dealId } = await requireDealActor(request, params.dealId);
  const of = new URL(request.url).searchParams.get("of") ?? "deposit";
  const mayRead = actor.kind === "staff" || isBuyer(actor);
  const receipt = mayRead ? await readReceipt(dealId, of) : null;
  if (!receipt) throw new Response(null, { status: 404, statusText: "Not Found" });
  return pdfAnswer(receipt);
}
