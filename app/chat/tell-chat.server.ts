import { chatAudiences, staffAudiences, tellDeal } from "#app/realtime/room-news.server";
import type { DealServer } from "#app/realtime/socket-person.server";
import { type ChatRow, toldMessage } from "./chat-record.server";

/** A new message to everybody on the card. */
export const tellChat = (io: DealServer, dealId: string, row: ChatRow): void =>
  tellDeal(io, { dealId, to: chatAudiences, event: "chat:message", message: { dealId, message: toldMessage(row) } });

/** A new whisper: to the rooms of staff, and no other has a name here. */
export const tellWhisper = (io: DealServer, dealId: string, row: ChatRow): void =>
  tellDeal(io, {
    dealId,
    to: staffAudiences,
    event: "whisper:message",
    message: { dealId, message: toldMessage(row) },
  });
