import type { Server as HttpServer } from "node:http";
import { Server as SocketServer } from "socket.io";
import { gatherWrites, type WrittenLine } from "#app/realtime/gathered-writes.server";
import { admitLine, countPolling, type RawLine } from "#app/realtime/line-counts.server";
import { liveLimits } from "#app/realtime/live-limits";
import { plainParser } from "#app/realtime/plain-parser.server";
import { features } from "./features.server";
import { mayOpenSocket } from "./same-origin.server";

export function attachSockets(httpServer: HttpServer, { sharesServer }: { sharesServer: boolean }): SocketServer {
  const io = new SocketServer(httpServer, {
    serveClient: false,
    parser: plainParser,
    // Compression costs a factor of three in throughput and saves little on messages this small.
    perMessageDeflate: false,
    maxHttpBufferSize: liveLimits.frameBytes,
    pingInterval: liveLimits.pingIntervalMs,
    pingTimeout: liveLimits.pingTimeoutMs,
    connectTimeout: liveLimits.connectTimeoutMs,
    // In development Vite's own socket lives on the same server and must not be cut off.
    destroyUpgrade: !sharesServer,
    allowRequest: (request, decide) => {
      const isNew = !/[?&]sid=/.test(request.url ?? "");
      decide(null, mayOpenSocket(request) && (!isNew || admitLine(request)));
    },
  });
  io.engine.on("connection", (line: RawLine & WrittenLine) => {
    countPolling(line);
    gatherWrites(line);
  });
  for (const feature of features) feature.attachSockets?.(io);
  return io;
}
