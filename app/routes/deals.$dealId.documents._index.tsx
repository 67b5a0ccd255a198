import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { audienceOf } from "#machines/store/actor";
import { requireDealActor } from "#app/accounts/require-deal-actor.server";
import { readDealView } from "#app/deals/read-deal.server";
import { financeDeskRoles } from "#app/desk/desk-roles";
import { notFound } from "#app/documents/pdf-response.server";
import { differencesAt } from "#app/signing/deal-differences.server";
import { documentsAct } from "#app/signing/documents-acts.server";
import { DocumentsPage, type DocumentsSaid } from "#app/signing/documents-page";
import { jacketList } from "#app/signing/jacket-list.server";
import { ownJacket } from "#app/signing/own-jacket";
import { OwnDocumentsPage } from "#app/signing/own-documents-page";
import { originOf } from "#app/signing/signing-log.server";
import { documentsMeta } from "#app/signing/documents-meta";
import { mayReadDocument } from "#app/signing/who-reads.server";

export const headers = () => ({ "Cache-Control": "no-store" });
export const meta = documentsMeta;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { actor, dealId } = await requireDealActor(request, params.dealId);
  const list = await jacketList(dealId);
  if (!list) throw notFound();
  const rooftop = { timeZone: list.timeZone, accent: null };
  if (actor.kind === "staff") {
    if (!financeDeskRoles.includes(actor.role)) throw new Response("Forbidden", { status: 403 });
    const compared = list.revision === null ? null : await differencesAt(dealId, list.revision);
    return { dealId, rooftop, list, compared, own: false, jacket: null, signsHere: false };
  }
  const documents = list.documents.filter((document) => mayReadDocument(actor, document));
  const signsHere = actor.kind === "customer" && actor.seat?.kind === "storeScreen";
  // A customer learns of no signing but the open one, and of nobody's address.
  const own = { ...list, documents, ended: [], signable: [] };
  const audience = audienceOf(actor);
  const view = audience === "customer" || audience === "coBuyer" ? await readDealView(dealId, audience) : null;
  const signed = documents.flatMap(({ key, state }) => (state === "signed" ? [key] : []));
  return { dealId, rooftop, list: own, compared: null, own: true, jacket: view && ownJacket(view, signed), signsHere };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { actor, dealId } = await requireDealActor(request, params.dealId);
  if (actor.kind !== "staff" || !financeDeskRoles.includes(actor.role))
    throw new Response("Forbidden", { status: 403 });
  const said = await documentsAct(dealId, actor, await request.formData(), originOf(request, context.clientAddress));
  if (said.signing || said.upload) return Response.json(said satisfies DocumentsSaid, { status: 409 });
  return redirect(`/deals/${dealId}/documents`);
}

export default function Documents() {
  const { dealId, list, compared, own, jacket, signsHere } = useLoaderData<typeof loader>();
  const said = useActionData<DocumentsSaid>();
  return own ? (
    <OwnDocumentsPage dealId={dealId} list={list} jacket={jacket} signsHere={signsHere} />
  ) : (
    <DocumentsPage dealId={dealId} list={list} compared={compared} said={said ?? null} />
  );
}
