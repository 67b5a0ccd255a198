import { once } from "node:events";
import { connect, createServer } from "node:net";
import type { AddressInfo, Socket } from "node:net";

export interface BreakableLine {
  port: number;
  /** Ends every connection and refuses new ones, as a database that is down. */
  cut(): void;
  /** Takes connections and passes nothing on, as a database that hangs. */
  stall(): void;
  restore(): void;
  close(): Promise<void>;
}

/** A line to a server that a test can break and mend: a TCP proxy on loopback. */
export async function breakableLine(host: string, port: number): Promise<BreakableLine> {
  let state: "open" | "cut" | "stalled" = "open";
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
    near.on("data", (chunk) => state === "open" && far.write(chunk));
    far.on("data", (chunk) => state === "open" && near.write(chunk));
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
