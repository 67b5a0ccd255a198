import { once } from "node:events";
import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { gzipSync } from "node:zlib";
import { afterEach, describe, expect, it } from "vitest";
import { fetchRemoteFile, type RemoteRules, strictRules } from "#app/platform/fetch-remote-file.server";
import { isPublicAddress } from "#app/platform/public-address.server";

type Lookup = RemoteRules["lookup"];
const stops: (() => void)[] = [];
afterEach(() => stops.splice(0).forEach((stop) => stop()));

/** A name that answers these addresses, one set after the other. */
function named(...answers: string[][]): { lookup: Lookup; asked: () => number } {
  let count = 0;
  const lookup = ((_host: string, _options: unknown, done: (error: null, found: unknown) => void) => {
    const found = answers[Math.min(count++, answers.length - 1)] ?? [];
    done(
      null,
      found.map((address) => ({ address, family: address.includes(":") ? 6 : 4 })),
    );
  }) as unknown as Lookup;
  return { lookup, asked: () => count };
}

/** A server of this machine, and rules that are strict but for letting us at it. */
async function site(answer: RequestListener): Promise<{ url: string; rules: RemoteRules }> {
  const server = createServer(answer).listen(0, "127.0.0.1");
  await once(server, "listening");
  stops.push(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  const rules = { ...strictRules, protocols: ["http:"], ports: [port], isAllowed: () => true, timeoutMs: 1_500 };
  return { url: `http://127.0.0.1:${port}/car.jpg`, rules };
}

const picture = Buffer.alloc(2_000, 7);
const asPicture = { "Content-Type": "image/jpeg" };

describe("[SSRF-01] a file from an address that somebody typed", () => {
  it.each([
    "https://127.0.0.1/car.jpg",
    "https://127.1/car.jpg",
    "https://2130706433/car.jpg",
    "https://0x7f.0.0.1/car.jpg",
    "https://0177.0.0.1/car.jpg",
    "https://10.1.2.3/car.jpg",
    "https://172.31.0.9/car.jpg",
    "https://192.168.1.1/car.jpg",
    "https://169.254.169.254/latest/meta-data/",
    "https://100.64.0.1/car.jpg",
    "https://0.0.0.0/car.jpg",
    "https://[::1]/car.jpg",
    "https://[::]/car.jpg",
    "https://[fe80::1]/car.jpg",
    "https://[fc00::1]/car.jpg",
    "https://[::ffff:127.0.0.1]/car.jpg",
    "https://[::ffff:7f00:1]/car.jpg",
    "https://[64:ff9b::7f00:1]/car.jpg",
    "https://[2002:7f00:1::]/car.jpg",
    "http://example.com/car.jpg",
    "https://example.com:6379/car.jpg",
    "https://example.com:8443/car.jpg",
    "https://user@example.com/car.jpg",
    "https://example.com@127.0.0.1/car.jpg",
    "file:///etc/passwd",
    "gopher://example.com/1",
    "data:image/png;base64,AAAA",
    "ftp://example.com/car.jpg",
    "//example.com/car.jpg",
    "not an address",
    `https://example.com/${"a".repeat(3_000)}`,
  ])("%s is refused before anything is asked", async (address) => {
    const { lookup, asked } = named(["203.0.113.9"]);
    expect(await fetchRemoteFile(address, { ...strictRules, lookup })).toBeNull();
    expect(asked()).toBe(0);
  });

  it("a name that leads inside is refused, also when only one of its addresses does", async () => {
    for (const answers of [["127.0.0.1"], ["10.0.0.5"], ["::1"], ["93.184.216.34", "127.0.0.1"]]) {
      const { lookup } = named(answers);
      expect(await fetchRemoteFile("https://example.com/car.jpg", { ...strictRules, lookup })).toBeNull();
    }
  });

  it("the address that was checked is the one that is connected to: a name is asked once", async () => {
    const { url, rules } = await site((_request, response) => response.writeHead(200, asPicture).end(picture));
    const byName = url.replace("127.0.0.1", "cars.example");
    const seen: string[] = [];
    const isAllowed = (address: string) => seen.push(address) > 0 && address === "127.0.0.1";
    const { lookup, asked } = named(["127.0.0.1"], ["10.0.0.1"]);
    expect(await fetchRemoteFile(byName, { ...rules, lookup, isAllowed })).toEqual(picture);
    expect(asked()).toBe(1);
    expect(seen).toEqual(["127.0.0.1"]);
  });

  it("no redirect is followed, to wherever", async () => {
    let asked = 0;
    const { url, rules } = await site((_request, response) => {
      asked += 1;
      response.writeHead(302, { Location: "/other.jpg" }).end();
    });
    expect(await fetchRemoteFile(url, rules)).toBeNull();
    expect(asked).toBe(1);
  });

  it("what is no picture, compressed, too long, endless or slow is refused alike", async () => {
    const answers: RequestListener[] = [
      (_request, response) => response.writeHead(200, { "Content-Type": "text/html" }).end("<p>"),
      (_request, response) =>
        response.writeHead(200, { ...asPicture, "Content-Encoding": "gzip" }).end(gzipSync(Buffer.alloc(1_000_000))),
      (_request, response) => response.writeHead(200, { ...asPicture, "Content-Length": "10000000000" }).write(picture),
      (_request, response) => {
        response.writeHead(200, asPicture);
        const more = () => response.destroyed || (response.write(Buffer.alloc(65_536)), setImmediate(more));
        more();
      },
      (_request, response) => void response.writeHead(200, asPicture).write(picture),
      (_request, response) => response.writeHead(500, asPicture).end(picture),
    ];
    for (const answer of answers) {
      const { url, rules } = await site(answer);
      expect(await fetchRemoteFile(url, { ...rules, mostBytes: 500_000 })).toBeNull();
    }
  });

  it("nothing of ours is sent along, and a picture arrives whole", async () => {
    let headers: Record<string, unknown> = {};
    const { url, rules } = await site((request, response) => {
      ({ headers } = request);
      response.writeHead(200, asPicture).end(picture);
    });
    expect(await fetchRemoteFile(url, rules)).toEqual(picture);
    expect(headers).not.toHaveProperty("cookie");
    expect(headers).not.toHaveProperty("authorization");
    expect(headers["accept-encoding"]).toBe("identity");
  });

  it("knows public addresses from all others", () => {
    for (const address of ["93.184.216.34", "8.8.8.8", "2606:2800:220:1::1"])
      expect(isPublicAddress(address)).toBe(true);
    for (const address of ["224.0.0.1", "255.255.255.255", "198.18.0.1", "2001:db8::1", "ff02::1", "example.com", ""])
      expect(isPublicAddress(address)).toBe(false);
  });
});
