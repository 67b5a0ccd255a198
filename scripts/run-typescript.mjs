// Runs a TypeScript file of this project with its path aliases: node scripts/run-typescript.mjs <file> [arguments].
// The file runs through Vite's module runner, the same transformation that the server gets.
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { createServer, createServerModuleRunner } from "vite";
import tsconfigPaths from "vite-tsconfig-paths";

const [file, ...rest] = process.argv.slice(2);
if (!file) {
  console.error("usage: node scripts/run-typescript.mjs <file> [arguments]");
  process.exit(2);
}
process.argv = [process.argv[0], resolve(file), ...rest];

const vite = await createServer({
  configFile: false,
  root: process.cwd(),
  logLevel: "error",
  appType: "custom",
  plugins: [tsconfigPaths()],
  server: { middlewareMode: true, hmr: false, ws: false, watch: null },
  optimizeDeps: { noDiscovery: true },
});
const runner = createServerModuleRunner(vite.environments.ssr, { hmr: false });
try {
  const loaded = await runner.import(pathToFileURL(resolve(file)).pathname);
  await loaded.default?.(rest);
} catch (error) {
  console.error(error);
  process.exitCode = 1;
} finally {
  await runner.close();
  await vite.close();
}
