import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { resumeStage } from "#machines/deal/deal-progress";
import { type StageName, stageNames } from "#machines/stages/stage";
import { requireDealActor } from "#app/accounts/require-deal-actor.server";
import { readReplay } from "#app/replay/read-moment.server";
import { ReplayPage } from "#app/replay/replay-page";
import { mayReplayAny, partiesFor } from "#app/replay/replay-rights";

export const handle = { staffScreen: true };
export const headers = () => ({ "Cache-Control": "no-store" });
export const meta: MetaFunction = () => [{ title: "Replay" }, { name: "robots", content: "noindex" }];

const askedSchema = z.object({
  revision: z.coerce.number().int().min(1).max(1_000_000).optional(),
  at: z.iso.datetime().optional(),
});
const notFound = () => new Response(null, { status: 404, statusText: "Not Found" });
const isStage = (value: string | null): value is StageName => stageNames.includes(value as StageName);

/** What a party's screen held at a revision. Without the right to see it, the 404 of a page that is not there. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { actor, dealId } = await requireDealActor(request, params.dealId);
  const search = new URL(request.url).searchParams;
  const parties = partiesFor(actor);
  const party = parties.find((one) => one === search.get("as")) ?? parties[0];
  if (!party || (search.has("as") && search.get("as") !== party)) throw notFound();
  const asked = askedSchema.safeParse({
    revision: search.get("revision") ?? undefined,
    at: search.get("at") ?? undefined,
  });
  const replay = asked.success ? await readReplay(dealId, party, actor, asked.data) : null;
  if (!replay) throw notFound();
  const { view } = replay.moment;
  const stage = search.get("stage");
  return {
    dealId,
    party,
    parties,
    mayExport: mayReplayAny(actor) || actor.kind === "customer",
    ...replay,
    stage: isStage(stage) ? stage : resumeStage(view),
    rooftop: { timeZone: view.card.store.timeZone, accent: null },
  };
}

export default function ReplayRoute() {
  return <ReplayPage {...useLoaderData<typeof loader>()} />;
}
