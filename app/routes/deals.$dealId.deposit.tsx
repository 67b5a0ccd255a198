import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { isBuyer } from "#app/accounts/deal-actor.server";
import { requireDealActor } from "#app/accounts/require-deal-actor.server";
import { holdDeposit } from "#app/payments/hold-deposit.server";
import { payerOf } from "#app/payments/payer.server";
import { rateLimit } from "#app/platform/rate-limit.server";

/** A person presses once or twice; a script would open checkout pages without end. */
const checkouts = rateLimit("checkout", { points: 12, perSeconds: 600 });

export const loader = () => new Response(null, { status: 405, headers: { Allow: "POST" } });

/** Off to the provider's own page; a refusal goes back to the card, which says why. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const { actor, dealId } = await requireDealActor(request, params.dealId);
  if (!isBuyer(actor)) throw new Response(null, { status: 403 });
  const taken = await checkouts.take(dealId);
  if (!taken.ok) throw new Response(null, { status: 429, headers: { "Retry-After": String(taken.retryAfterSeconds) } });
  const held = await holdDeposit(dealId, payerOf(request, context.clientAddress));
  if ("url" in held) return redirect(held.url);
  return redirect(`/deals/${dealId}?stage=deposit&refused=${held.refusal.code}`);
}
