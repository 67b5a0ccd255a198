import { vitePlugin as remix } from "@remix-run/dev";
import tailwindcss from "@tailwindcss/vite";
import { build, defineConfig, type Plugin } from "vite";
import tsconfigPaths from "vite-tsconfig-paths";
import remixConfig from "./remix.config.js";
import { licenseNotices } from "./scripts/license-notices";

/** Zod explains its annotations in prose that Rollup takes for misplaced ones; routes that only act have no page. */
const quiet = new Set(["INVALID_ANNOTATION", "EMPTY_BUNDLE"]);

/** Documents are drawn in worker threads, whose program is built beside the server's. */
const drawingWorker = (): Plugin => {
  let isServer = false;
  return {
    name: "drawing-worker",
    apply: "build",
    configResolved: ({ build: { ssr } }) => {
      isServer = Boolean(ssr);
    },
    async closeBundle() {
      if (!isServer) return;
      await build({
        configFile: false,
        logLevel: "warn",
        plugins: [tsconfigPaths()],
        publicDir: false,
        build: {
          ssr: "app/documents/drawing-worker.server.ts",
          outDir: "build/worker",
          target: "node20",
          emptyOutDir: true,
        },
      });
    },
  };
};

export default defineConfig({
  plugins: [tailwindcss(), remix(remixConfig), tsconfigPaths(), drawingWorker(), licenseNotices()],
  esbuild: { legalComments: "none" },
  build: {
    // The page policy allows no data: addresses for scripts and fonts, so nothing is inlined.
    assetsInlineLimit: 0,
    sourcemap: false,
    // What every browser of the last three years reads; older syntax would be longer.
    target: "es2022",
    rollupOptions: {
      onwarn(warning, report) {
        if (!quiet.has(warning.code ?? "")) report(warning);
      },
    },
  },
  optimizeDeps: {
    // Every dependency the browser uses. One found late makes Vite reload the page in the middle of work.
    include: [
      "@remix-run/react",
      "class-variance-authority",
      "decimal.js",
      "lucide-react",
      "radix-ui",
      "react",
      "react-dom",
      "react-dom/client",
      "react/jsx-dev-runtime",
      "react/jsx-runtime",
      "socket.io-client",
      "use-intl",
      "xstate",
      "zod",
    ],
  },
});
