import { once } from "node:events";
import { connect, createServer } from "node:net";
import type { AddressInfo, Socket } from "node:net";

export interface BreakableLine {
  port: number;
  /** Ends every connection and refuses new ones, as a database that is down. */
  cut(): void;
  /** Takes connections and passes nothing on, as a database that hangs. */
  stall(): void;
  /** Passes everything on after so long, a byte at a time: a line that is bad and not broken. */
  trickle(delayMs: number): void;
  restore(): void;
  close(): Promise<void>;
}

/** Bytes on their way over a bad line, in order however they are timed. */
function sendTrickling(chunk: Buffer, to: Socket, delayMs: number): void {
  setTimeout(() => {
    for (const byte of chunk) if (!to.destroyed) to.write(Buffer.of(byte));
  }, delayMs);
}

/** A line to a server that a test can break and mend: a TCP proxy on loopback. */
export async function breakableLine(host: string, port: number): Promise<BreakableLine> {
  let state: "open" | "cut" | "stalled" | "trickling" = "open";
  let delayMs = 0;
  const pass = (chunk: Buffer, to: Socket) => {
    if (state === "open") to.write(chunk);
    else if (state === "trickling") sendTrickling(chunk, to, delayMs);
  };
  const ends = new Set<Socket>();
  const track = (socket: Socket) => {
    ends.add(socket);
    socket.on("error", () => undefined).on("close", () => ends.delete(socket));
  };
  const server = createServer((near) => {
    track(near);
    if (state === "cut") {
      near.destroy();
      return;
    }
    const far = connect(port, host);
    track(far);
    near.on("data", (chunk: Buffer) => pass(chunk, far));
    far.on("data", (chunk: Buffer) => pass(chunk, near));
    near.on("close", () => far.destroy());
    far.on("close", () => near.destroy());
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const dropAll = () => ends.forEach((socket) => socket.destroy());
  return {
    port: (server.address() as AddressInfo).port,
    cut() {
      state = "cut";
      dropAll();
    },
    stall() {
      state = "stalled";
    },
    trickle(ms) {
      state = "trickling";
      delayMs = ms;
    },
    restore() {
      // What was swallowed while it hung cannot be continued.
      if (state === "stalled") dropAll();
      state = "open";
    },
    async close() {
      dropAll();
      server.close();
      await once(server, "close");
    },
  };
}
