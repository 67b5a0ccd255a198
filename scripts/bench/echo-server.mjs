// The yardstick for edits: Socket.IO with the product's own options, and nothing behind it. An edit is answered and news of
// the same size goes to everybody on the deal; nothing is checked, kept or worked out.
import { createServer } from "node:http";
import { Server } from "socket.io";

/** News as the real server sends it, by the type of the edit. */
const patches = JSON.parse(process.env.BENCH_PATCHES ?? "{}");

const server = createServer();
// As app/server/attach-sockets.server.ts has them.
const io = new Server(server, {
  serveClient: false,
  perMessageDeflate: false,
  maxHttpBufferSize: 65_536,
  pingInterval: 20_000,
  pingTimeout: 15_000,
  connectTimeout: 10_000,
});

let revision = 0;
io.on("connection", (socket) => {
  socket.on("deal:join", ({ dealId }, answer) => {
    void socket.join(dealId);
    answer({ status: "joined" });
  });
  socket.on("deal:edit", ({ dealId, edit }, answer) => {
    revision += 1;
    answer({ status: "applied", revision });
    io.to(dealId).emit("deal:patch", { ...patches[edit.type], dealId, revision });
  });
});

process.once("SIGTERM", () => process.exit(0));
server.listen(0, "127.0.0.1", () => console.log(`ready: http://127.0.0.1:${server.address().port}`));
