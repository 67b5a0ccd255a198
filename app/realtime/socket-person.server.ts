import type { Server, Socket } from "socket.io";
import { readSession, type SessionPerson } from "#app/accounts/session.server";
import type { Actor, Audience } from "#machines/store/actor";
import type { ClientToServer, ServerToClient } from "./protocol";

/** A deal this connection has joined. */
export interface JoinedDeal {
  actor: Actor;
  audience: Audience;
}

export interface SocketData {
  person: Exclude<SessionPerson, { kind: "nobody" }>;
  deals: Map<string, JoinedDeal>;
  /** A random name for this connection in the lists of people; says nothing about who it is. */
  key: string;
}

export type DealServer = Server<ClientToServer, ServerToClient, Record<string, never>, SocketData>;
export type DealSocket = Socket<ClientToServer, ServerToClient, Record<string, never>, SocketData>;

/**
 * Who is on the line: the session cookie of the handshake and nothing else.
 * Whatever a client claims in its CONNECT packet is ignored.
 */
export async function identifySocket(socket: DealSocket, next: (error?: Error) => void): Promise<void> {
  try {
    const person = await readSession(socket.handshake.headers.cookie);
    if (person.kind === "nobody") return next(new Error("signInFirst"));
    socket.data.person = person;
    socket.data.deals = new Map();
    socket.data.key = crypto.randomUUID();
    next();
  } catch {
    next(new Error("unavailable"));
  }
}

/** Who they are has been read: the handshake's request, two thirds of what an idle line weighs, is not needed any more. */
export function letRequestGo(socket: DealSocket): void {
  (socket.conn as unknown as { request: object | null }).request = null;
}
