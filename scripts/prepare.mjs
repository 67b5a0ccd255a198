// Brings a clone to the point where it can be started or tested. Runs before npm start and npm test, when nothing may be
// installed yet, so it uses what Node has built in. Doing it again when nothing changed takes a moment and does nothing.
//
//     node scripts/prepare.mjs check | dev | start | test
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { findChromium } from "./find-chromium.mjs";
import { prepareVinTables } from "./vin/prepare-vin-tables.mjs";

const OLDEST_NODE = [20, 19];
const CACHE = "node_modules/.cache/deal-jacket";

process.chdir(resolve(dirname(fileURLToPath(import.meta.url)), ".."));
const purpose = process.argv[2] ?? "check";

const say = (line) => console.log(`· ${line}`);

function stop(line) {
  console.error(line);
  process.exit(1);
}

/** Runs one of our tools; its output is shown, and a failure ends everything with what was being done. */
function run(what, file, args, env = {}) {
  const { status, error } = spawnSync(file, args, { stdio: "inherit", env: { ...process.env, ...env } });
  if (error || status !== 0) stop(`${what} failed${error ? `: ${error.message}` : ` (exit code ${status})`}.`);
}

function hashOf(paths) {
  const hash = createHash("sha256");
  const add = (path) => {
    if (!existsSync(path)) return;
    hash.update(`${path}\n`).update(readFileSync(path)).update("\n");
  };
  for (const path of paths) {
    if (!path.endsWith("/")) add(path);
    else if (existsSync(path)) {
      const files = readdirSync(path, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
      for (const file of files.map((entry) => join(entry.parentPath ?? entry.path, entry.name)).sort()) {
        if (!file.includes("app/generated/")) add(file);
      }
    }
  }
  return hash.digest("hex");
}

const stampPath = (name) => join(CACHE, `${name}.stamp`);

const isStamped = (name, hash) => existsSync(stampPath(name)) && readFileSync(stampPath(name), "utf8") === hash;

function stamp(name, hash) {
  mkdirSync(CACHE, { recursive: true });
  writeFileSync(stampPath(name), hash);
}

function checkNode() {
  const [major, minor] = process.versions.node.split(".").map(Number);
  if (major > OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor >= OLDEST_NODE[1])) return;
  stop(
    `This needs Node.js ${OLDEST_NODE.join(".")} or newer; here is ${process.versions.node}. See https://nodejs.org`,
  );
}

/** Somebody may have installed by hand: everything the lock asks for, in its version, is as good as our own install. */
function isInstalledByHand() {
  if (!existsSync("node_modules/.package-lock.json")) return false;
  const wanted = JSON.parse(readFileSync("package-lock.json", "utf8")).packages;
  const present = JSON.parse(readFileSync("node_modules/.package-lock.json", "utf8")).packages;
  return Object.entries(wanted).every(
    ([path, { version, optional, devOptional }]) =>
      path === "" || optional || devOptional || (present[path]?.version === version && existsSync(path)),
  );
}

function install() {
  const hash = hashOf(["package-lock.json"]);
  if (isStamped("installed", hash)) return;
  if (isInstalledByHand()) return stamp("installed", hash);
  say("installing packages from the lock file");
  // Development packages build the product, so NODE_ENV=production must not leave them out. No package's own scripts run.
  const args = ["ci", "--include=dev", "--ignore-scripts", "--no-audit", "--no-fund"];
  const npm = process.env.npm_execpath;
  if (npm?.endsWith(".js")) run("npm ci", process.execPath, [npm, ...args]);
  else run("npm ci", process.platform === "win32" ? "npm.cmd" : "npm", args);
  stamp("installed", hash);
}

function generate() {
  const hash = hashOf(["prisma/schema.prisma", "prisma.config.ts", "node_modules/prisma/package.json"]);
  if (isStamped("generated", hash) && existsSync("app/generated/prisma/client.ts")) return;
  say("generating the database client");
  run("prisma generate", process.execPath, ["node_modules/prisma/build/index.js", "generate"], {
    PRISMA_HIDE_UPDATE_MESSAGE: "1",
    CHECKPOINT_DISABLE: "1",
  });
  stamp("generated", hash);
}

function build() {
  const hash = hashOf([
    "app/",
    "state-machines/",
    "prisma/",
    "public/",
    "package-lock.json",
    "remix.config.js",
    "tsconfig.json",
    "vite.config.ts",
    "scripts/license-notices.ts",
  ]);
  if (isStamped("built", hash) && existsSync("build/server/index.js")) return;
  say("building");
  // A build that fails leaves half of the old one; the next start must not take it for whole.
  rmSync(stampPath("built"), { force: true });
  run("the build", process.execPath, ["node_modules/@remix-run/dev/dist/cli.js", "vite:build", "--logLevel", "warn"], {
    NODE_ENV: "production",
  });
  stamp("built", hash);
}

/** The process that works on photos is built by itself, also where Vite serves the rest as it is asked for. */
function buildPhotoWorker() {
  const hash = hashOf(["app/vehicle-photos/", "app/trade-photos/", "app/platform/", "package-lock.json"]);
  if (isStamped("photo-worker", hash) && existsSync("build/photo-worker")) return;
  rmSync(stampPath("photo-worker"), { force: true });
  run("the build of the photo worker", process.execPath, ["scripts/build-photo-worker.mjs"]);
  stamp("photo-worker", hash);
}

function chromium() {
  const found = findChromium(say);
  if (found) writeFileSync(join(CACHE, "chromium.path"), found);
  else say("NO CHROMIUM: none is installed and none could be; the browser tests will fail. Set CHROMIUM_PATH.");
}

checkNode();
install();
generate();
if (purpose === "start" || purpose === "test") build();
if (purpose !== "check") buildPhotoWorker();
// After the build, which empties its own folders.
prepareVinTables(say);
if (purpose === "test") chromium();
