import { spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { cp, mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { preparedDataDir } from "./prepare-database";

/** A first start creates a database cluster, which takes seconds on a busy machine. */
const START_MS = 60_000;

export interface RunningServer {
  url: string;
  port: number;
  pid: number;
  dataDir: string;
  /** Everything it printed so far. */
  output(): string;
  /** SIGTERM, and waits for the end; answers the exit code. */
  stop(): Promise<number | null>;
  /** SIGKILL, and waits for the end. */
  kill(): Promise<void>;
}

export interface EndedServer {
  exitCode: number | null;
  output: string;
  milliseconds: number;
}

/** A data folder with a migrated, empty PGlite: creating a cluster at every start would take most of the time. */
export async function newDataDir(): Promise<string> {
  const dataDir = await mkdtemp(join(tmpdir(), "deal-jacket-scenario-"));
  await cp(preparedDataDir(), dataDir, { recursive: true });
  return dataDir;
}

export function removeDataDir(dataDir: string): Promise<void> {
  return rm(dataDir, { recursive: true, force: true });
}

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  server.close();
  return port;
}

interface Started {
  child: ChildProcess;
  output(): string;
  ended: Promise<number | null>;
}

function launch(env: Record<string, string>): Started {
  const {
    TEST_DATABASE_URL: _url,
    TEST_REDIS_URL: _redis,
    NODE_ENV: _mode,
    VITEST: _vitest,
    ...inherited
  } = process.env;
  const child = spawn(process.execPath, ["scripts/serve.mjs"], {
    env: { ...inherited, NODE_ENV: "production", LOG_LEVEL: "info", ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding("utf8").on("data", (text: string) => (output += text));
  const ended = once(child, "close").then(([code]) => code as number | null);
  return { child, output: () => output, ended };
}

async function untilReady({ child, output, ended }: Started): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`the server did not start:\n${output()}`)), START_MS);
  });
  const ready = new Promise<void>((resolve) => {
    const look = () => output().includes("is ready:") && resolve();
    child.stdout?.on("data", look);
  });
  const died = ended.then((code) => {
    throw new Error(`the server ended with ${code}:\n${output()}`);
  });
  try {
    await Promise.race([ready, late, died]);
  } finally {
    clearTimeout(timer);
    died.catch(() => undefined);
  }
}

/** Starts the built product as its own process, as `npm start` does, and waits until it takes requests. */
export async function startServer(env: Record<string, string> & { DATA_DIR: string }): Promise<RunningServer> {
  const port = Number(env.PORT ?? (await freePort()));
  const url = `http://127.0.0.1:${port}`;
  const started = launch({ PORT: String(port), PUBLIC_URL: url, ...env });
  try {
    await untilReady(started);
  } catch (error) {
    started.child.kill("SIGKILL");
    throw error;
  }
  return {
    url,
    port,
    pid: started.child.pid ?? 0,
    dataDir: env.DATA_DIR,
    output: started.output,
    stop() {
      started.child.kill("SIGTERM");
      return started.ended;
    },
    async kill() {
      started.child.kill("SIGKILL");
      await started.ended;
    },
  };
}

/** Starts a server that is expected to refuse, and waits for its end. */
export async function startRefused(env: Record<string, string>): Promise<EndedServer> {
  const startedAt = performance.now();
  const { ended, output } = launch(env);
  const exitCode = await ended;
  return { exitCode, output: output(), milliseconds: performance.now() - startedAt };
}
