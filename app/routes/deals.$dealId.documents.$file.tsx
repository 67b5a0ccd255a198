import { type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { isMoneyPaper } from "#machines/jacket/document-kinds";
import type { Actor } from "#machines/store/actor";
import { isBuyer } from "#app/accounts/deal-actor.server";
import { requireDealActor } from "#app/accounts/require-deal-actor.server";
import { opensSealedPaper } from "#app/credit/sealed-papers.server";
import { readDealState } from "#app/deals/read-deal.server";
import { requiredOf } from "#app/documents/draw-document.server";
import { readDocument } from "#app/documents/jacket-documents.server";
import { notFound, pdfResponse } from "#app/documents/pdf-response.server";
import { isSealedPaper } from "#app/documents/sealed-papers";
import { rateLimit } from "#app/platform/rate-limit.server";
import { readSignedCopy } from "#app/signing/read-signed-copy.server";
import { mayReadDocument } from "#app/signing/who-reads.server";
import { readKeptReceipt } from "#app/till/keep-receipts.server";

/** A draft is drawn whenever it is read; a reader opens a jacket's worth, a script opens without end. */
const perDeal = rateLimit("documents.read", { points: 240, perSeconds: 600 });

/** One document of the deal for who may read it; for everybody else the 404 of one that there is not. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { actor, person, dealId } = await requireDealActor(request, params.dealId);
  const turn = await perDeal.take(dealId);
  if (!turn.ok) throw new Response(null, { status: 429, headers: { "Retry-After": String(turn.retryAfterSeconds) } });
  const [, key = ""] = /^([\w:-]{1,80})\.pdf$/.exec(params.file ?? "") ?? [];
  if (isMoneyPaper(key.split(":")[0] ?? "")) return receiptAnswer(actor, dealId, key);
  const state = await readDealState(dealId);
  const required = state ? (await requiredOf(dealId, state)).find((one) => one.key === key) : undefined;
  if (!required || !mayReadDocument(actor, required)) throw notFound();
  const signed = new URL(request.url).searchParams.get("copy") === "signed";
  const isOpen = !isSealedPaper(key) || (await opensSealedPaper(person, actor, dealId, required.about));
  // A signed copy is shown as it was signed or not at all: first the reader proves who they are.
  if (signed && !isOpen) throw redirect(whereToOpen(actor, dealId));
  const found = signed
    ? await readSignedCopy(dealId, key)
    : await readDocument(dealId, key, isOpen ? "sealed" : "open");
  if (!found) throw notFound();
  return pdfResponse(found.bytes, found.fileName);
}

/** A receipt bears the buyer's name: for them and for the store. */
async function receiptAnswer(actor: Actor, dealId: string, key: string): Promise<Response> {
  const found = actor.kind === "staff" || isBuyer(actor) ? await readKeptReceipt(dealId, key) : null;
  if (!found) throw notFound();
  return pdfResponse(found.bytes, found.fileName);
}

/** Where a reader opens what is sealed: the applicant by a link and a code, finance with a reason. */
const whereToOpen = (actor: Actor, dealId: string): string =>
  actor.kind === "staff" ? `/finance/credit/${dealId}?sealed=1` : `/deals/${dealId}/credit?sealed=1`;
