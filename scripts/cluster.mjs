// npm run cluster: two servers on one PostgreSQL and one Redis behind a small balancer, on this machine alone.
//
//     npm run cluster                      prints its address, and how to break each part
//     npm run cluster -- --port=4106       the balancer's port; the servers take free ones
//     npm run cluster -- --sticky          a browser stays with its server while that lives
//
// PostgreSQL and Redis are those of DATABASE_URL and REDIS_URL where these are set, else they are started here from the
// machine's packages in a temporary folder. Everything that was started here is stopped and removed again on Ctrl+C.
import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { startBalancer } from "./cluster/balancer.mjs";
import { startNode } from "./cluster/node-process.mjs";
import { openPostgres, openRedis } from "./cluster/services.mjs";

process.chdir(resolve(dirname(fileURLToPath(import.meta.url)), ".."));
const { values: given } = parseArgs({
  options: { port: { type: "string", default: "3000" }, sticky: { type: "boolean", default: false } },
});
const port = Number(given.port);
const url = `http://localhost:${port}`;
const say = (line) => console.log(`· ${line}`);
const folder = mkdtempSync(join(tmpdir(), "deal-jacket-cluster-"));
const started = [];
let ending = false;

async function end(code) {
  if (ending) return;
  ending = true;
  for (const part of started.toReversed()) await part.stop();
  rmSync(folder, { recursive: true, force: true });
  process.exit(code);
}
for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => void end(0));

const use = (part) => {
  started.push(part);
  return part;
};

function printHowToBreak({ postgres, redis, nodes }) {
  const [a, b] = nodes;
  console.log(`
Deal Jacket is ready: ${url}     (servers: ${nodes.map((node) => node.url).join(" and ")})

Open a deal in two windows, as in the README, and then break something:

  kill a server         kill -9 ${a.pid()}        it is started again after 5 s; its windows go on with the other
  the other one         kill -9 ${b.pid()}
  stop one kindly       kill ${b.pid()}           its windows are told before
  Redis goes away       ${redis.breakWith}
  Redis comes back      ${redis.mendWith}
  the database hangs    ${postgres.breakWith}
  the database is back  ${postgres.mendWith}

Nothing that was acknowledged may be lost, and both windows have to agree again within seconds. Ctrl+C ends everything.
`);
}

try {
  const postgres = use(await openPostgres(folder, say));
  const redis = use(await openRedis(folder, say));
  const env = {
    // The demo's people beside a real database are refused in production, by design.
    NODE_ENV: "development",
    DEMO: "1",
    DATABASE_URL: postgres.url,
    REDIS_URL: redis.url,
    DATA_DIR: join(folder, "data"),
    FIELD_KEY: `k1:${randomBytes(32).toString("base64")}`,
    PUBLIC_URL: url,
    TRUST_PROXY: "1",
    LOG_LEVEL: "warn",
  };
  const nodes = [];
  for (const name of ["a", "b"]) {
    say(`starting server ${name}`);
    nodes.push(use(await startNode(name, env, say)));
  }
  use(await startBalancer({ port, nodes, sticky: given.sticky }));
  printHowToBreak({ postgres, redis, nodes });
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  await end(1);
}
