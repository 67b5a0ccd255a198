// Builds the process that works on photos: a file of its own beside the server, so that it loads no server.
import { build } from "vite";
import tsconfigPaths from "vite-tsconfig-paths";

await build({
  configFile: false,
  logLevel: "error",
  plugins: [tsconfigPaths()],
  build: {
    ssr: "app/vehicle-photos/photo-worker.server.ts",
    outDir: "build/photo-worker",
    emptyOutDir: true,
    target: "node20",
    copyPublicDir: false,
  },
});
