// A PostgreSQL to measure on: a new database on the server that DATABASE_URL_BENCH or TEST_DATABASE_URL names, or a server
// of our own in a temporary folder, on loopback, with every setting as PostgreSQL ships it: fsync is on.
import { spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { chownSync, existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Client } from "pg";
import { familyProcessorMs } from "./server-process.mjs";

/** PostgreSQL refuses to run as root; this is the user that its packages make. */
const POSTGRES_USER = "postgres";

function findBin() {
  const root = "/usr/lib/postgresql";
  const packaged = existsSync(root) ? readdirSync(root).sort((a, b) => Number(b) - Number(a)) : [];
  const asked = spawnSync("pg_config", ["--bindir"], { encoding: "utf8" });
  const folders = [...packaged.map((version) => join(root, version, "bin")), asked.stdout?.trim()];
  return folders.find((folder) => folder && existsSync(join(folder, "initdb")) && existsSync(join(folder, "postgres")));
}

/** Root works as the package's user; anybody else as themselves. Null when neither is possible. */
function otherUser() {
  if (process.getuid?.() !== 0) return { wrap: (file, args) => [file, args], own: () => {} };
  const [uid, gid] = ["-u", "-g"].map((flag) =>
    Number(spawnSync("id", [flag, POSTGRES_USER], { encoding: "utf8" }).stdout),
  );
  if (!uid || spawnSync("runuser", ["--version"]).status !== 0) return null;
  return {
    wrap: (file, args) => ["runuser", ["-u", POSTGRES_USER, "--", file, ...args]],
    own: (path) => chownSync(path, uid, gid),
  };
}

async function freePort() {
  const server = createServer();
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address();
  await new Promise((resolve) => server.close(resolve));
  return port;
}

async function startOwn() {
  const bin = findBin();
  if (!bin) return { why: "no PostgreSQL is installed and neither DATABASE_URL_BENCH nor TEST_DATABASE_URL is set" };
  const user = otherUser();
  if (!user) return { why: `as root PostgreSQL needs the user ${POSTGRES_USER} and runuser` };

  const folder = mkdtempSync(join(tmpdir(), "deal-jacket-bench-postgres-"));
  const run = (program, args) => {
    const [file, line] = user.wrap(join(bin, program), args);
    // Output goes nowhere: a server started here would keep a pipe of ours open for ever.
    return spawnSync(file, line, { cwd: folder, stdio: "ignore" }).status === 0;
  };
  const data = join(folder, "data");
  const password = randomBytes(18).toString("base64url");
  writeFileSync(join(folder, "password"), password, { mode: 0o600 });
  for (const path of [folder, join(folder, "password")]) user.own(path);
  const port = await freePort();
  const stop = () => {
    run("pg_ctl", ["-D", data, "-m", "immediate", "-s", "stop"]);
    rmSync(folder, { recursive: true, force: true });
  };
  const options = `-p ${port} -c listen_addresses=127.0.0.1 -c unix_socket_directories=${folder}`;
  const made = run("initdb", [
    "-D",
    data,
    "-U",
    "bench",
    "-A",
    "scram-sha-256",
    `--pwfile=${folder}/password`,
    "-E",
    "UTF8",
  ]);
  if (!made || !run("pg_ctl", ["-D", data, "-l", join(folder, "log"), "-w", "-s", "-o", options, "start"])) {
    stop();
    return { why: `PostgreSQL in ${bin} did not start` };
  }
  process.once("exit", stop);
  const pid = Number(readFileSync(join(data, "postmaster.pid"), "utf8").split("\n")[0]);
  return {
    url: `postgresql://bench:${password}@127.0.0.1:${port}/postgres`,
    described: "started for this run, on loopback, with its own settings (fsync on)",
    processorMs: () => familyProcessorMs(pid),
    stop() {
      process.off("exit", stop);
      stop();
    },
  };
}

async function query(url, text) {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(text)).rows;
  } finally {
    await client.end();
  }
}

function withDatabase(url, name) {
  const named = new URL(url);
  named.pathname = `/${name}`;
  return named.href;
}

/** A database of its own for this run, dropped after it; or why there is none. */
export async function openBenchDatabase() {
  const given = process.env.DATABASE_URL_BENCH || process.env.TEST_DATABASE_URL;
  const server = given
    ? { url: given, described: "the one that was named", processorMs: () => null, stop: () => {} }
    : await startOwn();
  if (server.why) return server;
  const name = `deal_jacket_bench_${randomBytes(4).toString("hex")}`;
  try {
    await query(server.url, `create database "${name}"`);
    const settings = await query(
      server.url,
      "select name, setting from pg_settings where name in ('fsync', 'synchronous_commit', 'server_version')",
    );
    return {
      url: withDatabase(server.url, name),
      described: server.described,
      settings: Object.fromEntries(settings.map((row) => [row.name, row.setting])),
      processorMs: server.processorMs,
      async close() {
        await query(server.url, `drop database if exists "${name}" with (force)`).finally(server.stop);
      },
    };
  } catch (error) {
    server.stop();
    return { why: `no database could be made: ${error.message}` };
  }
}
