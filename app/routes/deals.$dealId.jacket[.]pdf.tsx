import type { LoaderFunctionArgs } from "@remix-run/node";
import { isBuyer } from "#app/accounts/deal-actor.server";
import { requireDealActor } from "#app/accounts/require-deal-actor.server";
import { opensSealedPaper } from "#app/credit/sealed-papers.server";
import { financeDeskRoles } from "#app/desk/desk-roles";
import { notFound, pdfResponse } from "#app/documents/pdf-response.server";
import { rateLimit } from "#app/platform/rate-limit.server";
import { buildJacket } from "#app/signing/build-jacket.server";

const perDeal = rateLimit("documents.jacket", { points: 30, perSeconds: 600 });

/** The whole jacket in one file: for the finance desk, and the buyer's own for the buyer. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { actor, person, dealId } = await requireDealActor(request, params.dealId);
  const isFinance = actor.kind === "staff" && financeDeskRoles.includes(actor.role);
  if (!isFinance && !isBuyer(actor)) throw notFound();
  const turn = await perDeal.take(dealId);
  if (!turn.ok) throw new Response(null, { status: 429, headers: { "Retry-After": String(turn.retryAfterSeconds) } });
  const opens = (about: string) => opensSealedPaper(person, actor, dealId, about);
  const jacket = await buildJacket(dealId, isFinance ? null : actor, opens);
  if (!jacket) throw notFound();
  return pdfResponse(jacket.bytes, jacket.fileName, { asFile: true });
}
