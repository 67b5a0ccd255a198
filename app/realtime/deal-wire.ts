import { io, type Socket } from "socket.io-client";
import type { ClientToServer, ServerToClient } from "./protocol";

/** Reconnecting starts quickly and backs off with jitter, so that a restart is not met by everybody at once. */
const RECONNECT = { reconnectionDelay: 400, reconnectionDelayMax: 8_000, randomizationFactor: 0.5 };

type Asked = "deal:join" | "deal:edit";
type AnswerTo<Event extends Asked> = Parameters<Parameters<ClientToServer[Event]>[1]>[0];
type Told = Exclude<keyof ClientToServer, Asked | "desk:join">;

/** How a line ended: it comes back by itself, or the server does not want this session any more. */
export type LineLoss = "lost" | "ended";

/** The line itself, for what else is said on it: the conversation, following, held fields. */
export type DealLine = Socket<ServerToClient, ClientToServer>;

/** A line to the server that breaks and comes back. Nothing is queued: whoever asks over a broken line gets no answer. */
export interface DealWire {
  isUp(): boolean;
  /** Null when there was no answer in time. */
  ask<Event extends Asked>(
    event: Event,
    message: Parameters<ClientToServer[Event]>[0],
  ): Promise<AnswerTo<Event> | null>;
  tell<Event extends Told>(event: Event, message: Parameters<ClientToServer[Event]>[0]): void;
  onTold<Event extends keyof ServerToClient>(event: Event, listener: ServerToClient[Event]): void;
  onUp(listener: () => void): void;
  onDown(listener: (why: LineLoss) => void): void;
  close(): void;
  /** Null where the line is none of Socket.IO's, in tests. */
  socket: DealLine | null;
}

/** An answer that takes longer is asked for again, under the same edit id. */
const ANSWER_MS = 8_000;

/** The line over Socket.IO, with what the browser knows about its network. */
export function socketWire(): DealWire {
  const socket: DealLine = io({ transports: ["websocket", "polling"], ...RECONNECT });
  // A dead line looks alive until its heartbeat is missed; the browser often knows at once.
  const offline = () => socket.io.engine?.close();
  const online = () => socket.connected || socket.disconnect().connect();
  addEventListener("offline", offline);
  addEventListener("online", online);
  return {
    isUp: () => socket.connected,
    async ask(event, message) {
      if (!socket.connected) return null;
      const asking = socket.timeout(ANSWER_MS) as unknown as {
        emitWithAck(event: string, message: object): Promise<unknown>;
      };
      return (await asking.emitWithAck(event, message).catch(() => null)) as never;
    },
    tell(event, message) {
      if (socket.connected) (socket as Socket).emit(event, message);
    },
    onTold: (event, listener) => void socket.on(event, listener as never),
    onUp: (listener) => void socket.on("connect", listener),
    onDown(listener) {
      // A server that hangs up on purpose means the session is over; anything else comes back.
      socket.on("disconnect", (reason) => listener(reason === "io server disconnect" ? "ended" : "lost"));
      socket.on("connect_error", (error) => listener(error.message === "signInFirst" ? "ended" : "lost"));
    },
    close() {
      removeEventListener("offline", offline);
      removeEventListener("online", online);
      socket.disconnect();
    },
    socket,
  };
}
