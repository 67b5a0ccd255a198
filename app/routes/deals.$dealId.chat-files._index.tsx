import type { ActionFunctionArgs } from "@remix-run/node";
import { audienceOf } from "#machines/store/actor";
import { requireDealActor } from "#app/accounts/require-deal-actor.server";
import { keepChatFile } from "#app/chat/keep-chat-file.server";
import { rateLimit } from "#app/platform/rate-limit.server";

/** Re-encoding costs seconds of a core; a person sends a handful of photos at a time. */
const uploading = rateLimit("chatFile", { points: 20, perSeconds: 600 });

const statusOf = { tooLarge: 413, notAFile: 415, tooMany: 409 } as const;

/** Takes one file for a message that is still to be sent. Who may whisper is staff, as everywhere. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { actor, dealId } = await requireDealActor(request, params.dealId);
  if (audienceOf(actor) === "guest") throw new Response(null, { status: 404, statusText: "Not Found" });
  const taken = await uploading.take(dealId);
  if (!taken.ok) return Response.json({ reason: "tooFast" }, { status: 429 });
  const form = await request.formData().catch(() => null);
  const file = form?.get("file");
  const stream = form?.get("stream") === "whisper" ? "whisper" : "chat";
  if (!(file instanceof File) || (stream === "whisper" && actor.kind !== "staff"))
    return Response.json({ reason: "notAFile" }, { status: 415 });
  const bytes = new Uint8Array(await file.arrayBuffer());
  const kept = await keepChatFile({ dealId, stream, actor, name: file.name, bytes });
  return kept.ok ? Response.json(kept.file) : Response.json({ reason: kept.reason }, { status: statusOf[kept.reason] });
}
