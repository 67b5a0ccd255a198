import type { LoaderFunctionArgs } from "@remix-run/node";
import { readScreen } from "#app/showroom/come-back.server";

/** What a locked screen asks every few seconds. Asking is not activity, so it stays locked until somebody unlocks it. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { state, dealId } = await readScreen(request);
  return Response.json({ state, dealId }, { headers: { "Cache-Control": "no-store" } });
}
