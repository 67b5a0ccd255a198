// Serves the product while it is being worked on: Vite transforms each module when it is asked for.
import { existsSync } from "node:fs";
import { createServer } from "node:http";
import { dirname, resolve } from "node:path";
import { fileURLToPath } from "node:url";

process.chdir(resolve(dirname(fileURLToPath(import.meta.url)), ".."));
process.env.NODE_ENV ??= "development";
if (existsSync(".env")) process.loadEnvFile(".env");

const { createServer: createVite } = await import("vite");
const httpServer = createServer();
const vite = await createVite({ server: { middlewareMode: true, hmr: { server: httpServer } }, appType: "custom" });
// Remix runs a second Vite inside, which ends the process on SIGTERM before the database is closed. Our own stop does both.
process.removeAllListeners("SIGTERM");
process.stdin.removeAllListeners("end");
const loadBuild = () => vite.ssrLoadModule("virtual:remix/server-build");
try {
  const build = await loadBuild();
  await build.entry.module.startNode({ build: loadBuild, httpServer, viteDevServer: vite });
} catch (error) {
  console.error(error?.name === "Fault" ? error.message : error);
  process.exit(1);
}
