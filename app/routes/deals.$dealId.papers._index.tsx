import type { ActionFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { requireDealActor } from "#app/accounts/require-deal-actor.server";
import { readDealState } from "#app/deals/read-deal.server";
import { requiredOf } from "#app/documents/draw-document.server";
import { notFound } from "#app/documents/pdf-response.server";
import { receiveUpload, type UploadAnswer } from "#app/documents/receive-upload.server";
import { rateLimit } from "#app/platform/rate-limit.server";
import { mayReadDocument } from "#app/signing/who-reads.server";

/** Somebody with a phone sends a few; a script sends without end. */
const perDeal = rateLimit("papers.deal", { points: 60, perSeconds: 600 });

const sentSchema = z.object({ key: z.string().max(80), file: z.instanceof(File) });

const answer = (said: UploadAnswer) =>
  Response.json(said, { status: said.ok ? 200 : 422, headers: { "Cache-Control": "no-store" } });

/** A photo or a scan of a paper, from somebody who may read the document that it is for. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { actor, dealId } = await requireDealActor(request, params.dealId);
  const turn = await perDeal.take(dealId);
  if (!turn.ok) throw new Response(null, { status: 429, headers: { "Retry-After": String(turn.retryAfterSeconds) } });
  const form = await request.formData().catch(() => null);
  const sent = sentSchema.safeParse(form && Object.fromEntries(form));
  if (!sent.success) return answer({ ok: false, reason: "notAFile" });
  const state = await readDealState(dealId);
  const required = state ? (await requiredOf(dealId, state)).find((one) => one.key === sent.data.key) : undefined;
  if (required && !mayReadDocument(actor, required)) throw notFound();
  const { key, file } = sent.data;
  const bytes = new Uint8Array(await file.arrayBuffer());
  return answer(await receiveUpload({ dealId, key, actor, name: file.name, bytes }));
}
