import { EventEmitter } from "node:events";
import type { Server as SocketServer } from "socket.io";
import type { DealWire, LineLoss } from "#app/realtime/deal-wire";
import type { VirtualTime } from "./virtual-time";

/** What a network does to a message on its way: nothing arrives, or it arrives after each of these delays. */
export type Disorder = (direction: "up" | "down") => number[];

/** An answer that does not come by then is none. */
const ANSWER_MS = 8_000;

/** Engine.IO's side of a connection as Socket.IO sees it, with no network behind it. */
class RawLine extends EventEmitter {
  readonly id = Math.random().toString(36).slice(2);
  readonly protocol = 4;
  readyState = "open";
  readonly transport = { name: "memory", writable: true };
  readonly writeBuffer: unknown[] = [];
  readonly request: {
    headers: Record<string, string>;
    connection: object;
    socket: object;
    url: string;
    _query: object;
  };
  #toClient: (text: string) => void;
  #asked = 0;

  constructor(cookie: string, toClient: (text: string) => void) {
    super();
    this.request = { headers: { cookie }, connection: {}, socket: {}, url: "/socket.io/", _query: {} };
    this.#toClient = toClient;
  }

  write(data: unknown): this {
    const text = String(data);
    if (this.readyState !== "open") return this;
    if (/^[034]/.test(text)) this.#count(-1);
    this.#toClient(text);
    return this;
  }

  flush(): void {}

  send(data: unknown): this {
    return this.write(data);
  }

  /** The server hangs up. */
  close(): void {
    if (this.readyState !== "open") return;
    // As over a network, the other side learns of it in a turn of its own.
    setImmediate(() => this.end());
  }

  /** The connection is gone, for both sides. */
  end(): void {
    if (this.readyState !== "open") return;
    this.readyState = "closed";
    unanswered.count -= this.#asked;
    this.#asked = 0;
    this.emit("close", "transport close");
  }

  /** A message reaches the server; what it has to answer is counted until it has. */
  deliver(text: string): void {
    if (this.readyState !== "open") return;
    if (text === "0" || /^2\d/.test(text)) this.#count(1);
    this.emit("data", text);
  }

  #count(by: number): void {
    this.#asked += by;
    unanswered.count += by;
  }
}

/** What servers in this process were asked and have not answered yet: a scenario goes on when it is nothing. */
export const unanswered = { count: 0 };

interface Answers {
  [id: number]: (answer: unknown) => void;
}

export interface MemoryWire extends DealWire {
  /** The network breaks: both sides lose the line, and it comes back by itself after so long. */
  breakFor(ms: number): void;
}

/**
 * A client's line to a real Socket.IO server through memory, in the protocol's own frames. Everything on it goes through
 * `disorder` and arrives in virtual time, so that a bad network is played in milliseconds and again from its seed.
 */
export function memoryWire(io: SocketServer, cookie: string, time: VirtualTime, disorder: Disorder): MemoryWire {
  const heard = new EventEmitter();
  const state = { up: false, closed: false, generation: 0, nextId: 0 };
  let raw: RawLine | null = null;
  let answers: Answers = {};

  function connect(): void {
    if (state.closed || raw?.readyState === "open") return;
    const generation = ++state.generation;
    answers = {};
    const line = new RawLine(cookie, (text) => {
      // The handshake belongs to the connection; a network that loses it has not connected.
      if (text.startsWith("0")) return take(text, generation);
      for (const delay of disorder("down")) time.after(delay, () => take(text, generation));
    });
    raw = line;
    io.engine.emit("connection", line);
    line.deliver("0");
    line.once("close", () => lose("ended", generation));
  }

  function take(text: string, generation: number): void {
    if (generation !== state.generation || state.closed) return;
    if (text.startsWith("0")) {
      state.up = true;
      heard.emit("up");
      return;
    }
    if (text.startsWith("4")) return;
    const [, kind, id, body] = /^([23])(\d*)(.*)$/s.exec(text) ?? [];
    if (kind === "3") {
      const settle = answers[Number(id)];
      delete answers[Number(id)];
      settle?.((JSON.parse(body!) as unknown[])[0]);
    } else if (kind === "2") {
      const [event, message] = JSON.parse(body!) as [string, unknown];
      heard.emit(`told ${event}`, message);
    }
  }

  function lose(why: LineLoss, generation: number): void {
    if (generation !== state.generation || !state.up) return;
    state.up = false;
    state.generation += 1;
    heard.emit("down", why);
  }

  function send(text: string): void {
    const line = raw;
    for (const delay of disorder("up")) time.after(delay, () => line?.deliver(text));
  }

  time.after(0, connect);
  return {
    isUp: () => state.up,
    ask: (event, message) =>
      new Promise((resolve) => {
        if (!state.up) return resolve(null);
        const id = state.nextId++;
        const mine = answers;
        mine[id] = resolve as (answer: unknown) => void;
        time.after(ANSWER_MS, () => {
          if (!mine[id]) return;
          delete mine[id];
          resolve(null);
        });
        send(`2${id}${JSON.stringify([event, message])}`);
      }),
    tell: (event, message) => state.up && send(`2${JSON.stringify([event, message])}`),
    onTold: (event, listener) => void heard.on(`told ${event}`, listener as (message: unknown) => void),
    onUp: (listener) => void heard.on("up", listener),
    onDown: (listener) => void heard.on("down", listener),
    breakFor(ms) {
      lose("lost", state.generation);
      raw?.end();
      time.after(ms, connect);
    },
    close() {
      state.closed = true;
      state.up = false;
      state.generation += 1;
      raw?.end();
    },
    socket: null,
  };
}
