import type { LoaderFunctionArgs } from "@remix-run/node";
import { openApiDescription } from "#app/quotes/open-api.server";
import { rateLimit } from "#app/platform/rate-limit.server";

/** A description is read once by a developer, and by their tools a few times a day. */
const readings = rateLimit("apiDescription", { points: 60, perSeconds: 60 });

export async function loader({ context }: LoaderFunctionArgs) {
  const taken = await readings.take(context.clientAddress);
  if (!taken.ok) throw new Response(null, { status: 429, headers: { "Retry-After": String(taken.retryAfterSeconds) } });
  return Response.json(openApiDescription(), { headers: { "Cache-Control": "public, max-age=3600" } });
}
