import { createHash } from "node:crypto";
import type { LoaderFunctionArgs } from "@remix-run/node";
import { buildFeed, feedChannels } from "#app/publishing/feeds/build-feeds.server";
import { rooftopOfFeed } from "#app/publishing/merchandising-settings.server";

/** A feed by its secret address, made at each request: a car that is sold is out of the very next answer. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const channel = feedChannels.find((known) => known === params.channel);
  const rooftopId = channel ? await rooftopOfFeed(params.token ?? "") : null;
  if (!channel || !rooftopId) throw new Response(null, { status: 404, statusText: "Not Found" });
  const { body, contentType, fileName } = await buildFeed(rooftopId, channel);
  const tag = `"${createHash("sha256").update(body).digest("base64url").slice(0, 32)}"`;
  const headers = {
    ETag: tag,
    "Content-Type": contentType,
    "Content-Disposition": `inline; filename="${fileName}"`,
    "Cache-Control": "private, no-cache",
    "X-Robots-Tag": "noindex",
  };
  if (request.headers.get("If-None-Match") === tag) return new Response(null, { status: 304, headers });
  return new Response(body, { headers });
}
