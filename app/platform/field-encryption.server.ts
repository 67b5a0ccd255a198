import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes, timingSafeEqual } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { env } from "./env.server";
import { Fault } from "./fault";
import { remember } from "./remember.server";

const VERSION = "v1";
const IV_BYTES = 12;
const TAG_BYTES = 16;

interface FieldKey {
  id: string;
  key: Buffer;
}

/** "id:base64,id:base64": the first encrypts, all of them decrypt, so that a key is replaced without downtime. */
function parseFieldKeys(text: string): FieldKey[] {
  return text.split(",").map((part) => {
    const [id = "", base64 = ""] = part.trim().split(":");
    const key = Buffer.from(base64, "base64");
    if (!id || key.length !== 32) {
      throw new Fault("The field key is not id:base64-of-32-bytes.", { code: "field-key", retryable: false });
    }
    return { id, key };
  });
}

/** The demo and development make their own key beside their data; production names one (env refuses otherwise). */
function localFieldKey(): string {
  const path = join(env.DATA_DIR, "field.key");
  mkdirSync(env.DATA_DIR, { recursive: true });
  try {
    writeFileSync(path, `local:${randomBytes(32).toString("base64")}`, { mode: 0o600, flag: "wx" });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  }
  return readFileSync(path, "utf8").trim();
}

function fieldKeys(): [FieldKey, ...FieldKey[]] {
  return remember("fieldKeys", () => parseFieldKeys(env.FIELD_KEY ?? localFieldKey())) as [FieldKey, ...FieldKey[]];
}

/**
 * AES-256-GCM: `v1.<keyId>.<iv>.<tag>.<ciphertext>`. `aad` names the place, "table:column:recordId", and is checked
 * when reading: a value copied into another row or column does not decrypt.
 */
export function encryptField(plain: string, aad: string): string {
  const [{ id, key }] = fieldKeys();
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv("aes-256-gcm", key, iv, { authTagLength: TAG_BYTES });
  cipher.setAAD(Buffer.from(aad));
  const text = Buffer.concat([cipher.update(plain, "utf8"), cipher.final()]);
  return [VERSION, id, ...[iv, cipher.getAuthTag(), text].map((bytes) => bytes.toString("base64url"))].join(".");
}

export function decryptField(stored: string, aad: string): string {
  const [version, id, iv, tag, text, ...more] = stored.split(".");
  const key = fieldKeys().find((known) => known.id === id)?.key;
  if (version !== VERSION || iv === undefined || tag === undefined || text === undefined || more.length > 0) {
    throw new Fault("An encrypted field has an unknown form.", { code: "field-form", retryable: false });
  }
  if (!key) {
    throw new Fault(`The field key "${id}" is not among FIELD_KEY.`, { code: "field-key", retryable: false });
  }
  try {
    const authTagLength = TAG_BYTES;
    const decipher = createDecipheriv("aes-256-gcm", key, Buffer.from(iv, "base64url"), { authTagLength });
    decipher.setAAD(Buffer.from(aad));
    decipher.setAuthTag(Buffer.from(tag, "base64url"));
    return Buffer.concat([decipher.update(Buffer.from(text, "base64url")), decipher.final()]).toString("utf8");
  } catch (cause) {
    throw new Fault("An encrypted field does not belong where it was found.", {
      code: "field-damaged",
      retryable: false,
      cause,
    });
  }
}

/**
 * A keyed hash for finding equal values without storing them (an e-mail, a government number). One subkey per purpose,
 * so that hashes of different columns cannot be compared. The oldest key makes it: rotation must not lose matches.
 */
export function keyedHash(value: string, purpose: string): string {
  const oldest = fieldKeys().at(-1) as FieldKey;
  const subkey = Buffer.from(hkdfSync("sha256", oldest.key, Buffer.alloc(0), `keyed-hash:${purpose}`, 32));
  return createHmac("sha256", subkey).update(value.normalize("NFC")).digest("base64url");
}

const SIGNATURE_VERSION = "s1";

const macOf = ({ key }: FieldKey, text: string, purpose: string): Buffer =>
  createHmac("sha256", Buffer.from(hkdfSync("sha256", key, Buffer.alloc(0), `signature:${purpose}`, 32)))
    .update(text)
    .digest();

/**
 * Our signature under a text that leaves the house and comes back to be checked: `s1.<keyId>.<mac>`. Made with the
 * newest key; a text signed with an older one stays good for as long as that key is kept.
 */
export function signText(text: string, purpose: string): string {
  const [newest] = fieldKeys();
  return [SIGNATURE_VERSION, newest.id, macOf(newest, text, purpose).toString("base64url")].join(".");
}

/** Is this our signature under exactly this text? An unknown key is no. */
export function isSignedText(text: string, signature: string, purpose: string): boolean {
  const [version, id, mac, ...more] = signature.split(".");
  const key = fieldKeys().find((known) => known.id === id);
  if (version !== SIGNATURE_VERSION || !key || mac === undefined || more.length > 0) return false;
  const [ours, theirs] = [macOf(key, text, purpose), Buffer.from(mac, "base64url")];
  return ours.length === theirs.length && timingSafeEqual(ours, theirs);
}
