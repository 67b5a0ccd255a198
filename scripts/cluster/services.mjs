// A PostgreSQL and a Redis to share: the ones that the environment names, or our own from the machine's packages.
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { chownSync, existsSync, mkdirSync, readFileSync, readdirSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";

/** PostgreSQL refuses to run as root; this is the user that its packages make. */
const POSTGRES_USER = "postgres";
const REDIS_START_MS = 5_000;

export async function freePort() {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address();
  server.close();
  await once(server, "close");
  return port;
}

function postgresBin() {
  const root = "/usr/lib/postgresql";
  const packaged = existsSync(root) ? readdirSync(root).sort((a, b) => Number(b) - Number(a)) : [];
  const asked = spawnSync("pg_config", ["--bindir"], { encoding: "utf8" }).stdout?.trim();
  const folders = [...packaged.map((version) => join(root, version, "bin")), asked];
  return folders.find((path) => path && existsSync(join(path, "initdb")));
}

/** Root works as the package's user, anybody else as themselves. */
function postgresUser() {
  if (process.getuid?.() !== 0) return { wrap: (file, args) => [file, args], own: () => {} };
  const [uid, gid] = ["-u", "-g"].map((flag) =>
    Number(spawnSync("id", [flag, POSTGRES_USER], { encoding: "utf8" }).stdout),
  );
  if (!uid) throw new Error(`As root, PostgreSQL needs the user ${POSTGRES_USER} that its package makes.`);
  return {
    wrap: (file, args) => ["runuser", ["-u", POSTGRES_USER, "--", file, ...args]],
    own: (path) => chownSync(path, uid, gid),
  };
}

const elsewhere = (url, what) => ({
  url,
  breakWith: `stop the ${what} that you named yourself`,
  mendWith: `start it again`,
  stop: () => undefined,
});

export async function openPostgres(folder, say) {
  if (process.env.DATABASE_URL) return elsewhere(process.env.DATABASE_URL, "PostgreSQL");
  const bin = postgresBin();
  if (!bin)
    throw new Error("There is no PostgreSQL here. Install it (apt-get install postgresql) or set DATABASE_URL.");
  const user = postgresUser();
  const home = join(folder, "postgres");
  mkdirSync(home, { mode: 0o700 });
  // The folder above was made for us alone; the package's user has to get through it.
  spawnSync("chmod", ["711", folder]);
  user.own(home);
  const data = join(home, "data");
  const port = await freePort();
  const run = (program, args) => {
    const [file, line] = user.wrap(join(bin, program), args);
    // Output goes nowhere: a server started here would keep a pipe of ours open for ever.
    return spawnSync(file, line, { cwd: home, stdio: "ignore" }).status === 0;
  };
  const options = `-p ${port} -c listen_addresses=127.0.0.1 -c unix_socket_directories=${home} -c max_connections=100`;
  const made = run("initdb", ["-D", data, "-U", "cluster", "-A", "trust", "-E", "UTF8"]);
  if (!made || !run("pg_ctl", ["-D", data, "-l", join(home, "log"), "-w", "-s", "-o", options, "start"]))
    throw new Error(`PostgreSQL in ${bin} did not start; see ${home}/log`);
  const pid = Number(readFileSync(join(data, "postmaster.pid"), "utf8").split("\n")[0]);
  say(`PostgreSQL on 127.0.0.1:${port}, fsync on`);
  return {
    url: `postgresql://cluster@127.0.0.1:${port}/postgres`,
    breakWith: `kill -STOP ${pid} $(pgrep -P ${pid})`,
    mendWith: `kill -CONT ${pid} $(pgrep -P ${pid})`,
    stop() {
      // A server that was stopped in its tracks hears nothing else.
      const family = spawnSync("pgrep", ["-P", String(pid)], { encoding: "utf8" })
        .stdout.trim()
        .split("\n");
      spawnSync("kill", ["-CONT", String(pid), ...family.filter(Boolean)]);
      run("pg_ctl", ["-D", data, "-m", "immediate", "-s", "stop"]);
    },
  };
}

export async function openRedis(folder, say) {
  if (process.env.REDIS_URL) return elsewhere(process.env.REDIS_URL, "Redis");
  const port = await freePort();
  const args = ["--port", port, "--bind", "127.0.0.1", "--save", "", "--appendonly", "no", "--dir", folder];
  const child = spawn("redis-server", args.map(String), { stdio: "ignore" });
  const failed = once(child, "error").then(() => "missing");
  const up = (async () => {
    for (let waited = 0; waited < REDIS_START_MS; waited += 100) {
      await pause(100);
      if (spawnSync("redis-cli", ["-p", String(port), "ping"], { encoding: "utf8" }).stdout?.includes("PONG"))
        return "up";
    }
    return "late";
  })();
  if ((await Promise.race([failed, up])) !== "up")
    throw new Error("There is no Redis here. Install it (apt-get install redis-server) or set REDIS_URL.");
  say(`Redis on 127.0.0.1:${port}, keeping nothing`);
  return {
    url: `redis://127.0.0.1:${port}`,
    breakWith: `kill -STOP ${child.pid}`,
    mendWith: `kill -CONT ${child.pid}`,
    stop: () => child.kill("SIGKILL"),
  };
}
