import { type Audience, audiences, isPublicAudience } from "#machines/store/actor";
import { nodeNews } from "#app/platform/node-news.server";
import { dealRoom } from "./presence.server";
import type { ServerToClient } from "./protocol";
import type { DealServer, DealSocket } from "./socket-person.server";

const TOPIC = "deal-room";

/** Said to the people on one deal, wherever they are connected. */
export interface DealNews<Name extends keyof ServerToClient = keyof ServerToClient> {
  dealId: string;
  to: readonly Audience[];
  event: Name;
  message: Parameters<ServerToClient[Name]>[0];
}

/** Who may be told what staff say to each other. */
export const staffAudiences: readonly Audience[] = audiences.filter((audience) => !isPublicAudience(audience));
/** The conversation is the buyer's and the co-buyer's with the store; a guest stands by and is not in it. */
export const chatAudiences: readonly Audience[] = audiences.filter((audience) => audience !== "guest");

function tellHere(io: DealServer, { dealId, to, event, message }: DealNews): void {
  // The pair was checked where it was made; a union of all events cannot show it again.
  (io.local.to(to.map((audience) => dealRoom(dealId, audience))) as { emit(event: string, body: unknown): void }).emit(
    event,
    message,
  );
}

/** Tells the people on a deal: those of this server at once, the others through the line between servers. */
export function tellDeal<Name extends keyof ServerToClient>(io: DealServer, news: DealNews<Name>): void {
  tellHere(io, news);
  nodeNews().tell(TOPIC, news);
}

/** As `tellDeal`, for everybody but the one who said it. */
export function tellOthers<Name extends keyof ServerToClient>(socket: DealSocket, news: DealNews<Name>): void {
  const rooms = news.to.map((audience) => dealRoom(news.dealId, audience));
  (socket.local.to(rooms) as unknown as { emit(event: string, body: unknown): void }).emit(news.event, news.message);
  nodeNews().tell(TOPIC, news);
}

export const startRoomNews = (io: DealServer): (() => void) =>
  nodeNews().onTold(TOPIC, (news) => tellHere(io, news as DealNews));
