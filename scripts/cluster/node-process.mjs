// One server of the cluster: started, and started again when it ends without being asked to.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { setTimeout as pause } from "node:timers/promises";
import { freePort } from "./services.mjs";

/** A first start migrates the database and fills it. */
const START_MS = 120_000;
/** Long enough to see the other one serve alone. */
const AGAIN_AFTER_MS = 5_000;

export async function startNode(name, env, say) {
  const port = await freePort();
  const state = { child: null, stopping: false };

  async function launch() {
    const child = spawn(process.execPath, ["--max-semi-space-size=32", "scripts/serve.mjs"], {
      env: { PATH: process.env.PATH, HOME: process.env.HOME, ...env, HOST: "127.0.0.1", PORT: String(port) },
      stdio: ["ignore", "pipe", "inherit"],
    });
    state.child = child;
    child.once("exit", () => void onEnd());
    const ended = once(child, "exit").then(() => {
      throw new Error(`server ${name} ended before it was ready`);
    });
    const ready = new Promise((resolve) => {
      let text = "";
      child.stdout.on("data", (chunk) => {
        if (text !== null && (text += chunk).includes("is ready:")) resolve(((text = null), undefined));
      });
    });
    const late = pause(START_MS, null, { ref: false }).then(() => {
      throw new Error(`server ${name} was not ready within ${START_MS / 1_000} s`);
    });
    ended.catch(() => {});
    late.catch(() => {});
    await Promise.race([ready, ended, late]);
  }

  async function onEnd() {
    if (state.stopping) return;
    say(`server ${name} ended; starting it again in ${AGAIN_AFTER_MS / 1_000} s`);
    await pause(AGAIN_AFTER_MS);
    if (state.stopping) return;
    await launch().then(
      () => say(`server ${name} is back as process ${state.child.pid}`),
      (error) => say(String(error.message)),
    );
  }

  await launch();
  return {
    url: `http://127.0.0.1:${port}`,
    port,
    pid: () => state.child.pid,
    async stop() {
      state.stopping = true;
      if (state.child.exitCode !== null || state.child.signalCode !== null) return;
      const ended = once(state.child, "exit");
      state.child.kill("SIGTERM");
      await ended;
    },
  };
}
