import { createHash, randomUUID } from "node:crypto";
import { mkdir, open, readFile, rename, rm, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import { env } from "./env.server";
import { Fault } from "./fault";

/** The kinds of file we make or accept; anything else is refused before it is written. */
const endings: Record<string, string> = {
  "application/pdf": "pdf",
  "application/json": "json",
  "text/plain": "txt",
  "text/csv": "csv",
  "image/png": "png",
  "image/jpeg": "jpg",
  "image/webp": "webp",
  "image/avif": "avif",
};
const contentTypes = Object.fromEntries(Object.entries(endings).map(([type, ending]) => [ending, type]));

const LARGEST_BLOB = 32 * 1024 * 1024;
const keyPattern = /^([0-9a-f]{64})\.([a-z]{3,4})$/;

function placeOf(key: string): string {
  return join(env.DATA_DIR, "blobs", key.slice(0, 2), key);
}

/** Stores bytes under their own SHA-256: the same bytes are stored once, and a name never says whose they are. */
export async function putBlob(bytes: Uint8Array, contentType: string): Promise<string> {
  const ending = endings[contentType];
  if (!ending) throw new Fault(`Blobs of type ${contentType} are not kept.`, { code: "blob-type", retryable: false });
  if (bytes.byteLength > LARGEST_BLOB) {
    throw new Fault("The blob is too large.", { code: "blob-size", retryable: false });
  }
  const key = `${createHash("sha256").update(bytes).digest("hex")}.${ending}`;
  const place = placeOf(key);
  if (await stat(place).catch(() => null)) return key;
  await mkdir(dirname(place), { recursive: true });
  // Written aside, flushed, then renamed: a reader never meets half a file, and a crash leaves none under the real name.
  const aside = `${place}.${randomUUID()}.part`;
  try {
    const file = await open(aside, "wx", 0o600);
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(aside, place);
  } catch (cause) {
    await rm(aside, { force: true });
    throw new Fault("A blob could not be stored.", { code: "blob-store", retryable: true, cause });
  }
  return key;
}

/** Takes the bytes away; those that are gone already are no mistake. Who asks has seen that nothing else names them. */
export async function removeBlob(key: string): Promise<void> {
  if (keyPattern.test(key)) await rm(placeOf(key), { force: true });
}

export interface Blob {
  bytes: Buffer;
  contentType: string;
}

/** The bytes, or null when there is no such blob. Bytes that no longer match their name are a Fault, not an answer. */
export async function getBlob(key: string): Promise<Blob | null> {
  const [, sha256, ending] = keyPattern.exec(key) ?? [];
  const contentType = ending === undefined ? undefined : contentTypes[ending];
  if (!contentType) return null;
  const bytes = await readFile(placeOf(key)).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return null;
    throw new Fault("A blob could not be read.", { code: "blob-store", retryable: true, cause: error });
  });
  if (!bytes) return null;
  if (createHash("sha256").update(bytes).digest("hex") !== sha256) {
    throw new Fault(`The blob ${key} is damaged.`, { code: "blob-damaged", retryable: false });
  }
  return { bytes, contentType };
}
