import type { ActionFunctionArgs } from "@remix-run/node";
import { countInterest } from "#app/measure/count-interest.server";

/** Longer ones are not ours. */
const MOST_BODY = 200;

export const loader = () => new Response(null, { status: 405, headers: { Allow: "POST" } });

/** A page of a car says how long it was looked at. Answers the same whether it counted or not. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const text = (await request.text()).slice(0, MOST_BODY);
  let sent: unknown = null;
  try {
    sent = JSON.parse(text);
  } catch {
    // Not ours: counted as nothing.
  }
  await countInterest(params.stockNumber ?? "", sent, context.clientAddress);
  return new Response(null, { status: 204, headers: { "Cache-Control": "no-store" } });
}
