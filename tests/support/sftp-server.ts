import { once } from "node:events";
import type { AddressInfo } from "node:net";
import ssh2, { type AuthContext, type SFTPWrapper } from "ssh2";
import { hostKeyPrint } from "#app/platform/send-by-sftp.server";

const { OPEN_MODE, STATUS_CODE } = ssh2.utils.sftp;

interface Rules {
  /** Who may come in: by this password, or by the private half of this key. */
  user: string;
  password?: string;
  publicKey?: string;
  /** Fails every write after so many bytes, as a full disk does. */
  most?: number;
}

function mayComeIn(context: AuthContext, { user, password, publicKey }: Rules): boolean {
  if (context.username !== user) return false;
  if (context.method === "password") return password !== undefined && context.password === password;
  if (context.method !== "publickey" || publicKey === undefined) return false;
  const known = ssh2.utils.parseKey(publicKey);
  if (known instanceof Error || !context.key.data.equals(known.getPublicSSH())) return false;
  return (
    !context.signature || known.verify(context.blob ?? Buffer.alloc(0), context.signature, context.hashAlgo) === true
  );
}

/** A file store in memory, as far as an upload asks for one. */
function serveFiles(sftp: SFTPWrapper, files: Map<string, Buffer>, most: number): void {
  const open = new Map<number, string>();
  let handles = 0;
  const done = (id: number, isFine = true) => sftp.status(id, isFine ? STATUS_CODE.OK : STATUS_CODE.FAILURE);
  const move = (id: number, from: string, to: string) => {
    const bytes = files.get(from);
    if (!bytes || files.has(to)) return done(id, false);
    files.delete(from);
    files.set(to, bytes);
    done(id);
  };
  sftp.on("OPEN", (id, name, flags) => {
    if (flags & OPEN_MODE.TRUNC) files.set(name, Buffer.alloc(0));
    open.set(++handles, name);
    const handle = Buffer.alloc(4);
    handle.writeUInt32BE(handles);
    sftp.handle(id, handle);
  });
  sftp.on("WRITE", (id, handle, offset, bytes) => {
    const name = open.get(handle.readUInt32BE()) ?? "";
    if (offset + bytes.byteLength > most) return done(id, false);
    files.set(name, Buffer.concat([(files.get(name) ?? Buffer.alloc(0)).subarray(0, offset), bytes]));
    done(id);
  });
  sftp.on("CLOSE", (id) => done(id));
  sftp.on("REMOVE", (id, name) => done(id, files.delete(name)));
  // As old servers do it: a rename never replaces a file.
  sftp.on("RENAME", move);
}

/** An SFTP server on this machine, for one test file. */
export async function sftpServer(rules: Rules) {
  // Not ed25519: one in 256 of the pairs made here for it is a byte short and cannot be read back.
  const hostKey = ssh2.utils.generateKeyPairSync("ecdsa", { bits: 256 });
  const files = new Map<string, Buffer>();
  /** What was tried to come in, in order: so that a test can say that no secret was offered. */
  const tried: string[] = [];
  const server = new ssh2.Server({ hostKeys: [hostKey.private] }, (client) => {
    client.on("error", () => null);
    client.on("authentication", (context) => {
      tried.push(context.method);
      if (mayComeIn(context, rules)) context.accept();
      else context.reject(["password", "publickey"]);
    });
    client.on("ready", () =>
      client.on("session", (accept) =>
        accept().on("sftp", (open) => serveFiles(open(), files, rules.most ?? Infinity)),
      ),
    );
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  const key = ssh2.utils.parseKey(hostKey.public);
  if (key instanceof Error) throw key;
  return {
    port,
    files,
    tried,
    hostKey: hostKeyPrint(key.getPublicSSH()),
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
}
