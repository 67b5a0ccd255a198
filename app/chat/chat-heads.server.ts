import { log } from "#app/platform/log.server";
import { chatAudiences, staffAudiences } from "#app/realtime/room-news.server";
import { dealRoom } from "#app/realtime/presence.server";
import type { DealServer } from "#app/realtime/socket-person.server";
import { readHeads } from "./chat-record.server";

/** How often everybody is told the newest order number, so that lost news heals even when nobody writes. */
const HEADS_EVERY_MS = 15_000;

/** One look at the database for all conversations that are open on this server. */
async function tellHeads(io: DealServer): Promise<void> {
  const open = [...io.sockets.adapter.rooms.keys()].flatMap((room) => /^deal:(.+):\w+$/.exec(room)?.[1] ?? []);
  const dealIds = [...new Set(open)];
  if (dealIds.length === 0) return;
  for (const [dealId, head] of await readHeads("chat", dealIds))
    io.local.to(chatAudiences.map((audience) => dealRoom(dealId, audience))).emit("chat:head", { dealId, head });
  for (const [dealId, head] of await readHeads("whisper", dealIds))
    io.local.to(staffAudiences.map((audience) => dealRoom(dealId, audience))).emit("whisper:head", { dealId, head });
}

export function startChatHeads(io: DealServer): () => void {
  const tell = () =>
    void tellHeads(io).catch((error: unknown) => log.warn({ err: error }, "the heads of conversations were not told"));
  const timer = setInterval(tell, HEADS_EVERY_MS).unref();
  return () => clearInterval(timer);
}
