import { env } from "#app/platform/env.server";

/** Deals, desks and sign-in belong to people, not to an index; they ask for a session besides. */
const closed = ["/deals/", "/desk", "/finance", "/staff", "/resume", "/demo", "/dev"];

export const loader = () =>
  new Response(
    [
      "User-agent: *",
      ...closed.map((path) => `Disallow: ${path}`),
      "",
      `Sitemap: ${env.PUBLIC_URL}/sitemap.xml`,
      "",
    ].join("\n"),
    { headers: { "Content-Type": "text/plain; charset=utf-8", "Cache-Control": "public, max-age=86400" } },
  );
