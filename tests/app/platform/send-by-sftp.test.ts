import ssh2 from "ssh2";
import { afterAll, describe, expect, it } from "vitest";
import { Fault } from "#app/platform/fault";
import { sendBySftp, type SftpPlace } from "#app/platform/send-by-sftp.server";
import { sftpServer } from "#tests/support/sftp-server";

const keys = ssh2.utils.generateKeyPairSync("ecdsa", { bits: 256 });
const server = await sftpServer({ user: "lake", password: "let me in", publicKey: keys.public });
const small = await sftpServer({ user: "lake", password: "let me in", most: 10 });
afterAll(() => Promise.all([server.close(), small.close()]));

const path = "/in/inventory.csv";
const place = (changes: Partial<SftpPlace> = {}): SftpPlace => ({
  host: "127.0.0.1",
  port: server.port,
  user: "lake",
  path,
  hostKey: server.hostKey,
  secret: "let me in",
  ...changes,
});
const soon = () => AbortSignal.timeout(10_000);
const faultOf = async (work: Promise<void>): Promise<Fault> => {
  const error: unknown = await work.catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(Fault);
  return error as Fault;
};

describe("[M8] a file by SFTP", () => {
  it("arrives whole under its name, over the one that was there", async () => {
    await sendBySftp(place(), "VIN\r\nfirst\r\n", soon());
    await sendBySftp(place(), "VIN\r\nsecond, Québec 🚗\r\n", soon());
    expect([...server.files.keys()]).toEqual([path]);
    expect(server.files.get(path)?.toString("utf8")).toBe("VIN\r\nsecond, Québec 🚗\r\n");
  });

  it("is let in by a private key as well", async () => {
    await sendBySftp(place({ secret: keys.private, path: "/in/by-key.csv" }), "x", soon());
    expect(server.files.get("/in/by-key.csv")?.toString()).toBe("x");
  });

  it("is sent to no machine with another key, and the secret is not even offered", async () => {
    const before = server.tried.length;
    const other = `SHA256:${"A".repeat(43)}`;
    const fault = await faultOf(sendBySftp(place({ hostKey: other, path: "/in/stolen.csv" }), "x", soon()));
    expect(fault.message).toContain(server.hostKey);
    expect(fault.retryable).toBe(false);
    expect(server.tried.slice(before)).toEqual([]);
    expect(server.files.has("/in/stolen.csv")).toBe(false);
  });

  it("names a refused secret, and waits for a person", async () => {
    const fault = await faultOf(sendBySftp(place({ secret: "wrong" }), "x", soon()));
    expect(fault.message).toMatch(/refused the user or the secret/);
    expect(fault.retryable).toBe(false);
  });

  it("leaves the old file where the new one is cut short, and is tried again", async () => {
    small.files.set(path, Buffer.from("old"));
    const fault = await faultOf(
      sendBySftp(place({ port: small.port, hostKey: small.hostKey }), "far too long for it", soon()),
    );
    expect(fault.retryable).toBe(true);
    expect(small.files.get(path)?.toString()).toBe("old");
  });

  it("gives up when it is told to, and where nobody answers", async () => {
    expect((await faultOf(sendBySftp(place(), "x", AbortSignal.abort()))).retryable).toBe(true);
    expect((await faultOf(sendBySftp(place({ port: 1 }), "x", soon()))).retryable).toBe(true);
  });
});
