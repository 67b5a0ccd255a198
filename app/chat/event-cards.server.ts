import type { DealState } from "#machines/deal/apply-deal-event";
import type { Actor, ActorRef } from "#machines/store/actor";
import { onDealEvent } from "#app/deals/deal-feed.server";
import { readDealStateAt } from "#app/deals/read-deal.server";
import { database } from "#app/platform/database.server";
import { log } from "#app/platform/log.server";
import { remember } from "#app/platform/remember.server";
import type { DealServer } from "#app/realtime/socket-person.server";
import { cardEvents, cardOfEvent } from "./chat-card.server";
import type { ChatRow } from "./chat-record.server";
import { say } from "./say.server";
import { tellChat } from "./tell-chat.server";

const messageIdOf = (revision: number) => `event:${revision}`;
const hasCard = (type: string) => cardEvents.some((known) => known === type);

/** Cards under way, so that a stop and a test can wait for them. */
const running = remember("eventCards", () => new Set<Promise<void>>());
export const eventCardsIdle = async (): Promise<void> => void (await Promise.all(running));

/** Puts the offer, the car and the paper into the conversation as they happen; once, whichever server sees it. */
export function startEventCards(io: DealServer): () => void {
  return onDealEvent(({ dealId, row, after, fromElsewhere }) => {
    if (fromElsewhere || !hasCard(row.event.type)) return;
    const work = putCard(dealId, { revision: row.revision, type: row.event.type, by: row.actor }, after)
      .then((said) => said && tellChat(io, dealId, said))
      // The next reader of the conversation finds it missing and puts it there.
      .catch((error: unknown) => log.warn({ err: error, dealId }, "a deal thing did not reach its conversation"))
      .then(() => undefined)
      .finally(() => running.delete(work));
    running.add(work);
  });
}

interface Happened {
  revision: number;
  type: string;
  by: ActorRef;
}

async function putCard(dealId: string, { revision, type, by }: Happened, state: DealState): Promise<ChatRow | null> {
  const card = cardOfEvent(state, type);
  if (!card) return null;
  const { row } = await say({
    stream: "chat",
    dealId,
    messageId: messageIdOf(revision),
    actor: authorOfEvent(by),
    firstName: by.firstName,
    content: { kind: "card", card },
    quiet: true,
  });
  return row;
}

/** Who did it, as far as a message needs it; what the product does by itself speaks for the store. */
function authorOfEvent({ kind, id, role, firstName }: ActorRef): Actor {
  if (kind === "customer") return { kind: "customer", shopperId: id, firstName };
  if (kind !== "staff" || role === "customer" || role === "system") return { kind: "system", name: "clock" };
  return { kind: "staff", staffId: id, rooftopId: "", role, firstName: firstName ?? "", lastName: "", seesCost: false };
}

/** Cards whose server died between the deal's commit and theirs: found in the journal, and put where they belong. */
export async function putMissingCards(io: DealServer, dealId: string): Promise<void> {
  const { rows } = await database().query<{ revision: number; type: string; actor: ActorRef }>(
    `select j."revision", j."type", j."actor" from "JournalEntry" j
      where j."dealId" = $1 and j."type" = any($2::text[])
        and not exists (select 1 from "ChatMessage" m
                         where m."dealId" = j."dealId" and m."messageId" = 'event:' || j."revision")
      order by j."revision"`,
    [dealId, [...cardEvents]],
  );
  for (const { revision, type, actor } of rows) {
    const state = await readDealStateAt(dealId, revision);
    const said = state && (await putCard(dealId, { revision, type, by: actor }, state));
    if (said) tellChat(io, dealId, said);
  }
}
