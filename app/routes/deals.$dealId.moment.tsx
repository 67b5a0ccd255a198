import type { LoaderFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { requireDealActor } from "#app/accounts/require-deal-actor.server";
import { readReplay } from "#app/replay/read-moment.server";
import { partiesFor } from "#app/replay/replay-rights";

const revisionSchema = z.coerce.number().int().min(1).max(1_000_000);

/** One moment of a replay, for the scrubber: the same right and the same bytes as the page. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { actor, dealId } = await requireDealActor(request, params.dealId);
  const search = new URL(request.url).searchParams;
  const party = partiesFor(actor).find((one) => one === search.get("as"));
  const revision = revisionSchema.safeParse(search.get("revision"));
  const replay = party && revision.success ? await readReplay(dealId, party, actor, { revision: revision.data }) : null;
  if (!replay) throw new Response(null, { status: 404, statusText: "Not Found" });
  return Response.json({ moment: replay.moment }, { headers: { "Cache-Control": "no-store" } });
}
