// The yardstick for durable edits: the echo with the least that makes an edit survive. Each one is a row of a journal, the
// rows that arrive during one commit go out in the next, the answer leaves after COMMIT and the news after the answer.
// Nothing is checked, nobody is asked who they are, no state is kept and nothing is worked out.
import { createServer } from "node:http";
import { Pool } from "pg";
import { Server } from "socket.io";

const patches = JSON.parse(process.env.BENCH_PATCHES ?? "{}");
const pool = new Pool({ connectionString: process.env.DATABASE_URL, max: 2 });
const MOST_ROWS = 500;

await pool.query(`create table if not exists "BareJournal" (
  "dealId" text, "revision" int, "editId" text, "at" timestamptz, "event" jsonb,
  primary key ("dealId", "revision"), unique ("dealId", "editId"))`);

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

const heads = new Map();
const queue = [];
let running = false;

async function commitAll() {
  running = true;
  while (queue.length > 0) {
    await new Promise(setImmediate);
    const batch = queue.splice(0, MOST_ROWS);
    await pool.query({
      name: "append",
      text: `insert into "BareJournal" select * from json_to_recordset($1::json) as row
               ("dealId" text, "revision" int, "editId" text, "at" timestamptz, "event" jsonb)`,
      values: [JSON.stringify(batch.map(({ row }) => row))],
    });
    for (const { row, answer } of batch) answer({ status: "applied", revision: row.revision });
    setImmediate(() => {
      for (const { row } of batch)
        io.to(row.dealId).emit("deal:patch", {
          ...patches[row.event.type],
          dealId: row.dealId,
          revision: row.revision,
        });
    });
  }
  running = false;
}

io.on("connection", (socket) => {
  socket.on("deal:join", ({ dealId }, answer) => {
    void socket.join(dealId);
    answer({ status: "joined" });
  });
  socket.on("deal:edit", ({ dealId, editId, edit }, answer) => {
    const revision = (heads.get(dealId) ?? 0) + 1;
    heads.set(dealId, revision);
    queue.push({ row: { dealId, revision, editId, at: new Date().toISOString(), event: edit }, answer });
    if (!running) void commitAll();
  });
});

process.once("SIGTERM", () => process.exit(0));
server.listen(0, "127.0.0.1", () => console.log(`ready: http://127.0.0.1:${server.address().port}`));
