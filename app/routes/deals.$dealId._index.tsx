import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { changeDigest } from "#machines/deal/change-digest";
import { resumeStage } from "#machines/deal/deal-progress";
import { type StageName, stageNames } from "#machines/stages/stage";
import { audienceOf } from "#machines/store/actor";
import { requireDealActor } from "#app/accounts/require-deal-actor.server";
import { cardPlace } from "#app/deal-card/card-place.server";
import { DealCard } from "#app/deal-card/deal-card";
import { DealCardProvider } from "#app/deal-card/deal-card-provider";
import { readerIdOf, readReading } from "#app/deals/deal-readings.server";
import { readDealChanges, readDealView } from "#app/deals/read-deal.server";

/** The card opens with its last changes; the whole list has a page of its own. */
const CHANGES_ON_CARD = 30;

export const handle = { staffScreen: true };
export const headers = () => ({ "Cache-Control": "no-store" });
export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: page ? `${page.view.card.identity.dealNumber} · ${page.view.card.store.name}` : "Deal" },
  { name: "robots", content: "noindex" },
];
/** The live line keeps the card fresh; loading it again would only race with it. */
export const shouldRevalidate = () => false;

const isStage = (value: string | null): value is StageName => stageNames.includes(value as StageName);

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { actor, dealId } = await requireDealActor(request, params.dealId);
  const audience = audienceOf(actor);
  const view = await readDealView(dealId, audience);
  if (!view) throw new Response(null, { status: 404, statusText: "Not Found" });
  const changes = await readDealChanges(dealId, audience);
  const readerId = readerIdOf(actor);
  const reading = readerId === null ? null : await readReading(dealId, readerId);
  const asked = new URL(request.url).searchParams.get("stage");
  const me = actor.kind === "staff" ? { staffId: actor.staffId, firstName: actor.firstName, role: actor.role } : null;
  return {
    dealId,
    view,
    audience,
    me,
    place: cardPlace(actor),
    showroom: actor.kind === "customer" && actor.seat?.kind === "storeScreen",
    changes: changes.slice(-CHANGES_ON_CARD),
    sinceLastHere: reading && changeDigest(changes.filter(({ revision }) => revision > reading.seenRevision)),
    stage: isStage(asked) ? asked : resumeStage(view),
    rooftop: { timeZone: view.card.store.timeZone, accent: null },
  };
}

export default function DealPage() {
  const page = useLoaderData<typeof loader>();
  return (
    <DealCardProvider key={page.dealId} {...page}>
      <DealCard />
    </DealCardProvider>
  );
}
