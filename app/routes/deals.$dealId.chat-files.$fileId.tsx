import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireDealActor } from "#app/accounts/require-deal-actor.server";
import { openChatFile } from "#app/chat/keep-chat-file.server";

/** A file of the conversation: pictures show in it, papers are saved and never open inside the product's own page. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { actor, dealId } = await requireDealActor(request, params.dealId);
  const file = await openChatFile(dealId, params.fileId ?? "", actor);
  if (!file) throw new Response(null, { status: 404, statusText: "Not Found" });
  const isPicture = file.contentType.startsWith("image/");
  const plainName = file.name.replaceAll(/[^\w.-]/g, "_");
  return new Response(Buffer.from(file.bytes), {
    headers: {
      "Content-Type": file.contentType,
      "Content-Disposition": `${isPicture ? "inline" : "attachment"}; filename="${plainName}"; filename*=UTF-8''${encodeURIComponent(file.name)}`,
      // Its bytes never change; whose they are is asked each time.
      "Cache-Control": "private, no-cache",
      "X-Content-Type-Options": "nosniff",
      "Content-Security-Policy": "sandbox; default-src 'none'",
      "Cross-Origin-Resource-Policy": "same-origin",
    },
  });
}
