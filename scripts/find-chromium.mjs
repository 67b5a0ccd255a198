// Where the browser tests get their browser: the one named, else the system's, else one that can be installed.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

/** A download that stands still must not hang the tests; the next way is tried. */
const INSTALL_MS = 300_000;

const systemNames = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
const systemPaths = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "C:/Program Files/Google/Chrome/Application/chrome.exe",
];

function starts(path) {
  const { status, stdout } = spawnSync(path, ["--version"], { encoding: "utf8", timeout: 20_000 });
  return status === 0 && /chrom/i.test(stdout ?? "");
}

function onSystem() {
  const finder = process.platform === "win32" ? "where" : "which";
  for (const name of systemNames) {
    const path = spawnSync(finder, [name], { encoding: "utf8" }).stdout?.split("\n")[0]?.trim();
    if (path && starts(path)) return path;
  }
  return systemPaths.find((path) => existsSync(path)) ?? null;
}

/** Playwright's own, wherever it keeps it. Its programs lack libraries on a bare system, so it must start. */
function fromPlaywright() {
  try {
    const { chromium } = createRequire(import.meta.url)("playwright");
    const path = chromium.executablePath();
    return existsSync(path) && starts(path) ? path : null;
  } catch {
    return null;
  }
}

function tryInstall(say, line, file, args) {
  say(line);
  const { status } = spawnSync(file, args, {
    stdio: ["ignore", "ignore", "inherit"],
    timeout: INSTALL_MS,
    env: { ...process.env, DEBIAN_FRONTEND: "noninteractive", PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: "20000" },
  });
  return status === 0;
}

/** The path of a Chromium that starts, or null. Installs one when there is none. */
export function findChromium(say) {
  const named = process.env.CHROMIUM_PATH;
  if (named) {
    if (starts(named)) return named;
    say(`CHROMIUM_PATH is set to ${named}, which does not start; looking further`);
  }
  const present = onSystem() ?? fromPlaywright();
  if (present) return present;
  const isRoot = process.getuid?.() === 0;
  // Debian's package brings its libraries along, which Playwright's download does not.
  if (isRoot && spawnSync("which", ["apt-get"]).status === 0) {
    tryInstall(say, "installing Chromium by apt-get", "sh", [
      "-c",
      "apt-get update -qq && apt-get install -y -qq --no-install-recommends chromium",
    ]);
    const packaged = onSystem();
    if (packaged) return packaged;
  }
  const cli = join(dirname(createRequire(import.meta.url).resolve("playwright/package.json")), "cli.js");
  tryInstall(say, "installing Chromium by Playwright", process.execPath, [cli, "install", "chromium"]);
  return fromPlaywright();
}
