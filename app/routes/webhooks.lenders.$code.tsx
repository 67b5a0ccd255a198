import type { ActionFunctionArgs } from "@remix-run/node";
import { callbackSecret } from "#app/lenders/lender-network.server";
import { lenderBodyIsSigned } from "#app/lenders/lender-signature.server";
import { receiveLenderNews } from "#app/lenders/receive-lender-news.server";
import { now } from "#app/platform/clock.server";
import { Fault } from "#app/platform/fault";

export const loader = () => new Response(null, { status: 405, headers: { Allow: "POST" } });

/** A lender's callback: signed over the raw body, kept once, then answered. Nothing is said about why one is refused. */
export async function action({ request, params }: ActionFunctionArgs) {
  const code = params.code ?? "";
  const secret = callbackSecret(code);
  const body = await request.text();
  if (!secret || !lenderBodyIsSigned(secret, body, request.headers.get("X-Signature"), now()))
    return new Response(null, { status: 400 });
  let news: unknown = null;
  try {
    news = JSON.parse(body);
  } catch {
    return new Response(null, { status: 400 });
  }
  try {
    const answer = await receiveLenderNews(code, news);
    return new Response(null, { status: answer === "unreadable" ? 400 : 200 });
  } catch (error) {
    // Too early or too busy: the lender sends it again.
    if (error instanceof Fault && error.retryable) return new Response(null, { status: 503 });
    throw error;
  }
}
