import { useLoaderData, useSearchParams } from "@remix-run/react";
import { OutboxPage } from "#app/accounts/outbox-page";
import { accountMeta } from "#app/accounts/page-meta";
import { onlyStoreName } from "#app/accounts/store-name.server";
import { now } from "#app/platform/clock.server";
import { database } from "#app/platform/database.server";
import { env } from "#app/platform/env.server";

const MOST_MESSAGES = 100;

export const meta = accountMeta((t) => t("outbox.title"));
export const headers = () => ({ "Cache-Control": "no-store" });

/** Everybody's mail lies open here, links and all, so it exists in demo mode alone. */
export async function loader() {
  if (!env.DEMO) throw new Response(null, { status: 404, statusText: "Not Found" });
  const rows = await database().prisma.outboxMessage.findMany({
    orderBy: { createdAt: "desc" },
    take: MOST_MESSAGES,
  });
  const messages = rows.map(({ id, to, subject, text, createdAt }) => ({
    id,
    to,
    subject,
    text,
    sentAt: createdAt.toISOString(),
  }));
  return { store: await onlyStoreName(), messages, readAt: now().toISOString() };
}

export default function DevOutbox() {
  const [search] = useSearchParams();
  return <OutboxPage {...useLoaderData<typeof loader>()} chosenId={search.get("message")} />;
}
