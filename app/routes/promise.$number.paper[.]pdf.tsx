import type { LoaderFunctionArgs } from "@remix-run/node";
import { checkPromise } from "#app/promises/check-promise.server";
import { promisePaper } from "#app/promises/promise-paper.server";

/** The paper, for whoever has its number and its code. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const code = new URL(request.url).searchParams.get("code");
  const checked = await checkPromise({ number: params.number, code, clientAddress: context.clientAddress });
  if (checked.state === "slowDown")
    throw new Response(null, { status: 429, headers: { "Retry-After": String(checked.retryAfterSeconds) } });
  // What was altered is not drawn: a paper of it would look like ours.
  if (checked.state !== "good") throw new Response(null, { status: 404, statusText: "Not Found" });
  const { bytes, fileName } = await promisePaper(checked.promise);
  return new Response(Buffer.from(bytes), {
    headers: {
      "Content-Type": "application/pdf",
      "Content-Disposition": `inline; filename="${fileName}"`,
      "Cache-Control": "no-store",
      "X-Content-Type-Options": "nosniff",
      "Content-Security-Policy": "sandbox; default-src 'none'; object-src 'self'; plugin-types application/pdf",
    },
  });
}
