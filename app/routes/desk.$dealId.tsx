import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireDealActor } from "#app/accounts/require-deal-actor.server";
import { requireStaff } from "#app/accounts/request-person.server";
import { DealCardProvider } from "#app/deal-card/deal-card-provider";
import { deskRoles } from "#app/desk/desk-roles";
import { DeskDeal } from "#app/desk/worksheet/desk-deal";
import { readDeskDeal } from "#app/desk/worksheet/desk-deal.server";

export const handle = { staffScreen: true };
export const headers = () => ({ "Cache-Control": "no-store" });
export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: page ? `${page.view.card.identity.dealNumber} · ${page.view.card.store.name}` : "" },
  { name: "robots", content: "noindex" },
];
/** The live line keeps the desk fresh; loading it again would only race with it. */
export const shouldRevalidate = () => false;

export async function loader({ request, params }: LoaderFunctionArgs) {
  await requireStaff(request, deskRoles);
  const { actor, dealId } = await requireDealActor(request, params.dealId);
  const page = actor.kind === "staff" ? await readDeskDeal(dealId, actor) : null;
  if (!page) throw new Response(null, { status: 404, statusText: "Not Found" });
  return page;
}

export default function DeskDealPage() {
  const page = useLoaderData<typeof loader>();
  return (
    <DealCardProvider key={page.dealId} {...page}>
      <DeskDeal broken={page.broken} />
    </DealCardProvider>
  );
}
