import { randomBytes, scrypt, timingSafeEqual } from "node:crypto";
import { Fault } from "#app/platform/fault";
import { remember } from "#app/platform/remember.server";

/** OWASP's first choice for scrypt: 128 MiB and about a second on busy cores per password. */
const COST = { N: 2 ** 17, r: 8, p: 1 } as const;
const MOST_MEMORY = 256 * 1024 * 1024;
const KEY_BYTES = 32;

/** Two at a time: each takes 128 MiB and a thread of the pool that files and DNS also use. */
const AT_ONCE = 2;

/** More waiting than this would wait longer than a browser does; they are asked to come back instead. */
const MOST_WAITING = 30;

/** Longer is an attack on the hash, not a password. */
export const LONGEST_PASSWORD = 200;

/** Of the same cost as a real one; nothing hashes to it. An unknown account takes as long as a wrong password. */
export const HASH_OF_NOBODY = "131072$8$1$c2VsbC1jYXJzLW5pY2VseQ$bm9ib2R5LWtub3dzLXRoaXMtcGFzc3dvcmQtYXQtYWw";

interface Queue {
  running: number;
  waiting: (() => void)[];
}

/** For the door before the queue: a kind "in a moment" instead of a Fault. */
export const passwordQueueIsFull = (): boolean => queue().waiting.length >= MOST_WAITING;

const queue = () => remember<Queue>("accounts.passwordQueue", () => ({ running: 0, waiting: [] }));

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  const turns = queue();
  if (turns.running >= AT_ONCE) {
    if (turns.waiting.length >= MOST_WAITING) {
      throw new Fault("Too many passwords are being checked.", { code: "password-queue", retryable: true });
    }
    await new Promise<void>((resolve) => turns.waiting.push(resolve));
  } else {
    turns.running += 1;
  }
  try {
    return await work();
  } finally {
    // The turn is handed on, so `running` only falls when nobody waits.
    const next = turns.waiting.shift();
    if (next) next();
    else turns.running -= 1;
  }
}

function derive(password: string, salt: Buffer, { N, r, p }: { N: number; r: number; p: number }): Promise<Buffer> {
  return inTurn(
    () =>
      new Promise((resolve, reject) => {
        // The same password typed on two keyboards may arrive in two Unicode forms.
        scrypt(password.normalize("NFKC"), salt, KEY_BYTES, { N, r, p, maxmem: MOST_MEMORY }, (error, key) =>
          error ? reject(error) : resolve(key),
        );
      }),
  );
}

/** `N$r$p$salt$hash`: the costs stand beside the hash, so that they can rise without locking anyone out. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16);
  const hash = await derive(password, salt, COST);
  return [COST.N, COST.r, COST.p, salt.toString("base64url"), hash.toString("base64url")].join("$");
}

export async function verifyPassword(password: string, stored: string): Promise<boolean> {
  const [N, r, p, salt = "", hash = ""] = stored.split("$");
  const expected = Buffer.from(hash, "base64url");
  const key = await derive(password.slice(0, LONGEST_PASSWORD), Buffer.from(salt, "base64url"), {
    N: Number(N),
    r: Number(r),
    p: Number(p),
  });
  return key.length === expected.length && timingSafeEqual(key, expected);
}
