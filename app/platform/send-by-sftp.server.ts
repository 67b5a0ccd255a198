import { createHash } from "node:crypto";
import { promisify } from "node:util";
import type { Client, SFTPWrapper } from "ssh2";
import { Fault } from "./fault";

/** Where a file goes, and what is known of the machine there. */
export interface SftpPlace {
  host: string;
  port: number;
  user: string;
  /** The file's own path there. */
  path: string;
  /** "SHA256:…" as `ssh-keygen -lf` prints it. The secret is offered to no machine with another key. */
  hostKey: string;
  /** A password, or a private key in OpenSSH's or PEM's form. */
  secret: string;
}

const READY_TIMEOUT_MS = 15_000;

/** A machine's key as people compare it. */
export const hostKeyPrint = (key: Buffer): string =>
  `SHA256:${createHash("sha256").update(key).digest("base64").replace(/=+$/, "")}`;

const isPrivateKey = (secret: string) => secret.includes("PRIVATE KEY-----");

interface Handshake {
  /** The key that was there instead of the one we know. */
  strangeKey: string | null;
}

function connected(client: Client, place: SftpPlace, handshake: Handshake): Promise<void> {
  const { host, port, user, secret } = place;
  return new Promise((resolve, reject) => {
    client.once("ready", resolve);
    client.once("error", reject);
    client.once("close", () => reject(new Error("The line was closed.")));
    client.connect({
      host,
      port,
      username: user,
      readyTimeout: READY_TIMEOUT_MS,
      ...(isPrivateKey(secret) ? { privateKey: secret } : { password: secret }),
      hostVerifier: (key: Buffer) => {
        const print = hostKeyPrint(key);
        if (print !== place.hostKey) handshake.strangeKey = print;
        return handshake.strangeKey === null;
      },
    });
  });
}

/** Over what is there in one step where the machine can; otherwise the old file makes room first. */
async function putInPlace(sftp: SFTPWrapper, from: string, to: string): Promise<void> {
  try {
    await promisify(sftp.ext_openssh_rename.bind(sftp))(from, to);
  } catch {
    await promisify(sftp.unlink.bind(sftp))(to).catch(() => null);
    await promisify(sftp.rename.bind(sftp))(from, to);
  }
}

/** The other side's reason in our words; whatever waits for a person is not tried again by itself. */
function faultOf(error: unknown, place: SftpPlace, handshake: Handshake): Fault {
  const { level, message = "" } = error as { level?: string; message?: string };
  const fault = (text: string, retryable: boolean) => new Fault(text, { code: "sftp", retryable, cause: error });
  if (handshake.strangeKey !== null)
    return fault(`${place.host} shows another host key: ${handshake.strangeKey}. Nothing was sent.`, false);
  if (level === "client-authentication") return fault(`${place.host} refused the user or the secret.`, false);
  if (/parse|key format|passphrase/i.test(message)) return fault("The private key cannot be read.", false);
  return fault(`${place.host} did not take the file: ${message.slice(0, 120)}`, true);
}

/**
 * Puts a file on another machine by SFTP: whole or not at all, since it is written beside its name and renamed. Throws a
 * Fault that names what went wrong.
 */
export async function sendBySftp(place: SftpPlace, body: string, signal: AbortSignal): Promise<void> {
  const { default: ssh2 } = await import("ssh2");
  const client = new ssh2.Client();
  const handshake: Handshake = { strangeKey: null };
  // A line that breaks after the answer is nobody's trouble.
  client.on("error", () => null);
  const aborted = new Promise<never>((_resolve, reject) => {
    const stop = () => reject(new Error("It took too long."));
    if (signal.aborted) stop();
    signal.addEventListener("abort", stop, { once: true });
  });
  try {
    await Promise.race([aborted, send(client, place, handshake, body)]);
  } catch (error) {
    throw faultOf(error, place, handshake);
  } finally {
    client.end();
    client.destroy();
  }
}

async function send(client: Client, place: SftpPlace, handshake: Handshake, body: string): Promise<void> {
  await connected(client, place, handshake);
  const sftp = await new Promise<SFTPWrapper>((resolve, reject) =>
    client.sftp((error, opened) => (error ? reject(error) : resolve(opened))),
  );
  const part = `${place.path}.part`;
  await new Promise<void>((resolve, reject) =>
    sftp.writeFile(part, Buffer.from(body, "utf8"), (error) => (error ? reject(error) : resolve())),
  );
  await putInPlace(sftp, part, place.path);
}
