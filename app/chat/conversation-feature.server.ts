import type { Server as SocketServer } from "socket.io";
import { attachTogether, startLeases } from "#app/realtime/attach-together.server";
import { startFollowing } from "#app/realtime/follow-me.server";
import { startRoomNews } from "#app/realtime/room-news.server";
import type { DealServer } from "#app/realtime/socket-person.server";
import { attachChat } from "./attach-chat.server";
import { startChatHeads } from "./chat-heads.server";
import { eventCardsIdle, startEventCards } from "./event-cards.server";

/** What people on a card do with each other beside editing it: talk, follow, hold a field. Answers how to stop it. */
export function attachConversation(sockets: SocketServer): () => Promise<void> {
  const io = sockets as unknown as DealServer;
  io.on("connection", (socket) => {
    if (!socket.connected) return;
    attachTogether(io, socket);
    attachChat(io, socket);
  });
  const stops = [startRoomNews(io), startLeases(io), startFollowing(io), startEventCards(io), startChatHeads(io)];
  return async () => {
    for (const stop of stops) stop();
    await eventCardsIdle();
  };
}
