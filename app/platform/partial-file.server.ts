import { createHash } from "node:crypto";
import { appendFile, mkdir, readdir, readFile, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { env } from "./env.server";
import { Fault } from "./fault";

/**
 * A file that arrives in pieces. What the disk holds is what was received; nothing else remembers it, so a broken line, a
 * restart and a piece sent twice all end in the same question: how many bytes are there?
 */
export interface PartialFile {
  /** Whose it is: pieces of one owner lie together, and are counted together. */
  owner: string;
  /** Named by the sender. Never part of a path as it was sent. */
  name: string;
}

const hashed = (text: string) => createHash("sha256").update(text).digest("hex");
const folder = () => join(env.DATA_DIR, "uploads");
const folderOf = ({ owner }: Pick<PartialFile, "owner">) => join(folder(), hashed(owner).slice(0, 32));
const placeOf = (file: PartialFile) => join(folderOf(file), `${hashed(file.name)}.part`);

const isMissing = (error: NodeJS.ErrnoException) => error.code === "ENOENT";

async function orWhenMissing<T>(work: Promise<T>, missing: T): Promise<T> {
  return work.catch((error: NodeJS.ErrnoException) => {
    if (isMissing(error)) return missing;
    throw new Fault("A partial file could not be read.", { code: "partial-file", retryable: true, cause: error });
  });
}

export async function receivedBytes(file: PartialFile): Promise<number> {
  return (await orWhenMissing(stat(placeOf(file)), null))?.size ?? 0;
}

/** Adds a piece that begins where the file ends; answers how much is there now, with or without it. */
export async function receivePiece(file: PartialFile, offset: number, piece: Uint8Array): Promise<number> {
  const received = await receivedBytes(file);
  if (offset !== received) return received;
  try {
    await mkdir(folderOf(file), { recursive: true });
    await appendFile(placeOf(file), piece, { mode: 0o600 });
  } catch (cause) {
    throw new Fault("A piece could not be stored.", { code: "partial-file", retryable: true, cause });
  }
  return received + piece.byteLength;
}

export async function readPartialFile(file: PartialFile): Promise<Buffer | null> {
  return orWhenMissing(readFile(placeOf(file)), null);
}

export async function dropPartialFile(file: PartialFile): Promise<void> {
  await rm(placeOf(file), { force: true });
}

/** How many files of one owner are under way, after those that nobody went on with since `before` are gone. */
export async function openFiles(owner: string, before: Date): Promise<number> {
  const names = await orWhenMissing(readdir(folderOf({ owner })), []);
  let open = 0;
  for (const name of names) {
    const place = join(folderOf({ owner }), name);
    const touched = (await orWhenMissing(stat(place), null))?.mtime;
    if (touched && touched >= before) open += 1;
    else await rm(place, { force: true });
  }
  return open;
}

/** Removes what everybody has left lying since `before`; answers how many files that were. */
export async function dropLeftFiles(before: Date): Promise<number> {
  let dropped = 0;
  for (const owner of await orWhenMissing(readdir(folder()), [])) {
    const place = join(folder(), owner);
    for (const name of await orWhenMissing(readdir(place), [])) {
      const touched = (await orWhenMissing(stat(join(place, name)), null))?.mtime;
      if (!touched || touched >= before) continue;
      await rm(join(place, name), { force: true });
      dropped += 1;
    }
  }
  return dropped;
}
