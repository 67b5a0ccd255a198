import type { Server as HttpServer } from "node:http";
import { Server as SocketServer } from "socket.io";
import { features } from "./features.server";
import { mayOpenSocket } from "./same-origin.server";

/** A half-open line is noticed after both together: 45 s at most. */
const PING_INTERVAL_MS = 20_000;
const PING_TIMEOUT_MS = 15_000;
/** A connection that never says which namespace it wants is closed. */
const CONNECT_TIMEOUT_MS = 10_000;
/** Edits are at most a few kilobytes. */
const LARGEST_MESSAGE = 65_536;

export function attachSockets(httpServer: HttpServer, { sharesServer }: { sharesServer: boolean }): SocketServer {
  const io = new SocketServer(httpServer, {
    serveClient: false,
    // Compression costs a factor of three in throughput and saves little on messages this small.
    perMessageDeflate: false,
    maxHttpBufferSize: LARGEST_MESSAGE,
    pingInterval: PING_INTERVAL_MS,
    pingTimeout: PING_TIMEOUT_MS,
    connectTimeout: CONNECT_TIMEOUT_MS,
    // In development Vite's own socket lives on the same server and must not be cut off.
    destroyUpgrade: !sharesServer,
    allowRequest: (request, decide) => decide(null, mayOpenSocket(request)),
  });
  for (const feature of features) feature.attachSockets?.(io);
  return io;
}
