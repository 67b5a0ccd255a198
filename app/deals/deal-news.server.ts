import { log } from "#app/platform/log.server";
import { nodeNews } from "#app/platform/node-news.server";
import { catchUpWithJournal } from "./deal-catch-up.server";
import { onDealTurn } from "./deal-feed.server";
import { dealInMemory, loadedDeals } from "./hot-deals.server";

/** Without news from the other servers the journal is asked this often whether they went on with our deals. */
const DEAF_LOOK_MS = 2_000;

/** Which deals moved, and to which revision; what happened stands in the journal, where its reader looks. */
type Heads = Record<string, number>;

/** Tells the other servers which deals moved here, and takes in what they say moved there. */
export function startDealNews(): () => void {
  const news = nodeNews();
  if (!news.hasOthers) return () => undefined;
  const stops = [
    onDealTurn((turn) => {
      const heads: Heads = {};
      for (const { dealId, row, fromElsewhere } of turn) if (!fromElsewhere) heads[dealId] = row.revision;
      if (Object.keys(heads).length > 0) news.tell("deals", heads);
    }),
    news.onTold("deals", (heads) => {
      for (const [dealId, revision] of Object.entries(heads as Heads)) void hear(dealId, revision);
    }),
    news.onBack(lookAtAll),
  ];
  const deaf = setInterval(() => news.isUp() || lookAtAll(), DEAF_LOOK_MS).unref();
  return () => {
    clearInterval(deaf);
    for (const stop of stops) stop();
  };
}

async function hear(dealId: string, revision: number): Promise<void> {
  try {
    const deal = await dealInMemory(dealId);
    if (deal && deal.committed.revision < revision) await catchUpWithJournal(deal);
  } catch (error) {
    // The next piece of news, the next beat or the next edit finds it again.
    log.warn({ err: error, dealId }, "a deal that moved elsewhere could not be read");
  }
}

function lookAtAll(): void {
  for (const deal of loadedDeals())
    catchUpWithJournal(deal).catch((error: unknown) => log.debug({ err: error }, "the journal could not be asked"));
}
