import { once } from "node:events";
import { createServer, request as httpRequest } from "node:http";
import type { IncomingHttpHeaders } from "node:http";
import { connect } from "node:net";
import type { AddressInfo } from "node:net";
import type { ServerBuild } from "@remix-run/node";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createHttpApp } from "#app/server/create-http-app.server";

/** Two addresses are enough: a page, and one that reads a body. */
const routes = {
  root: { id: "root", path: "", module: { default: () => null } },
  page: { id: "page", parentId: "root", path: "desk", module: { default: () => null, loader: () => null } },
  echo: {
    id: "echo",
    parentId: "root",
    path: "echo",
    module: {
      loader: () => {
        throw new Error("SELECT secret FROM inside");
      },
      action: async ({ request }: { request: Request }) => new Response(String((await request.text()).length)),
    },
  },
};

const build = {
  entry: {
    module: {
      default: (_request: Request, status: number, headers: Headers, _context: unknown, { nonce }: { nonce: string }) =>
        new Response(`<script nonce="${nonce}"></script>`, {
          status,
          headers: { ...Object.fromEntries(headers), "Content-Type": "text/html" },
        }),
      handleError: () => undefined,
    },
  },
  routes,
  assets: { entry: { imports: [], module: "" }, routes: {}, url: "", version: "1" },
  publicPath: "/",
  assetsBuildDirectory: "build/client",
  future: { v3_singleFetch: true },
  isSpaMode: false,
} as unknown as ServerBuild;

let draining = false;
const server = createServer(createHttpApp({ build, isDraining: () => draining }));
let port = 0;

beforeAll(async () => {
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  port = (server.address() as AddressInfo).port;
});
afterAll(() => void server.close());

interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  body: string;
}

function ask(
  path: string,
  options: { method?: string; headers?: Record<string, string>; body?: string | Buffer } = {},
) {
  return new Promise<Answer>((resolve, reject) => {
    const sent = httpRequest({
      host: "127.0.0.1",
      port,
      path,
      method: options.method ?? "GET",
      headers: options.headers ?? {},
    });
    sent.on("error", reject);
    sent.on("response", (response) => {
      let body = "";
      response.setEncoding("utf8").on("data", (chunk: string) => (body += chunk));
      response.on("end", () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body }));
      response.on("error", reject);
    });
    sent.end(options.body);
  });
}

function raw(text: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, "127.0.0.1", () => socket.write(text));
    let answer = "";
    socket.on("data", (chunk) => (answer += String(chunk)));
    socket.on("close", () => resolve(answer));
    socket.on("error", reject);
  });
}

const form = { "Content-Type": "application/x-www-form-urlencoded" };
const own = () => ({ Origin: `http://127.0.0.1:${port}` });

describe("every answer", () => {
  it("[WEB-06] carries the security headers, and says nothing of what made it", async () => {
    const { headers } = await ask("/desk");
    expect(headers).toMatchObject({
      "x-content-type-options": "nosniff",
      "referrer-policy": "no-referrer",
      "cross-origin-opener-policy": "same-origin",
      "x-frame-options": "DENY",
      "cache-control": "no-store",
    });
    expect(headers).not.toHaveProperty("x-powered-by");
    expect(headers).not.toHaveProperty("access-control-allow-origin");
    expect(headers).not.toHaveProperty("strict-transport-security");
  });

  it("[WEB-07] has a page policy with a nonce of its own, which the page's scripts carry", async () => {
    const answers = await Promise.all([ask("/desk"), ask("/desk"), ask("/nowhere")]);
    const nonces = answers.map(({ headers, body }) => {
      const policy = String(headers["content-security-policy"]);
      expect(policy).toContain("default-src 'none'");
      expect(policy).toContain("frame-ancestors 'none'");
      const scripts = /script-src ([^;]*)/.exec(policy)?.[1] ?? "";
      expect(scripts).not.toMatch(/unsafe/);
      const nonce = /'nonce-([^']+)'/.exec(scripts)?.[1] ?? "";
      expect(body).toContain(`nonce="${nonce}"`);
      return nonce;
    });
    expect(new Set(nonces).size).toBe(3);
  });

  it("[WEB-10] to an error shows the request's id and nothing from inside", async () => {
    const { status, body, headers } = await ask("/echo");
    expect(status).toBe(500);
    expect(body).not.toMatch(/SELECT|at .*\.ts/);
    expect(headers["x-request-id"]).toMatch(/^[0-9a-f-]{36}$/);
  });

  it("[WEB-10] to an unknown file or a path trick is 404", async () => {
    for (const path of ["/assets/none.js", "/assets/../../package.json", "/.env", "/%2e%2e/package.json"]) {
      const { status, body } = await ask(path, { headers: { Accept: "text/html" } });
      expect([path, status]).toEqual([path, 404]);
      expect(body).not.toContain('deal-jacket"');
    }
  });

  it("closes its connection while the server drains", async () => {
    draining = true;
    expect((await ask("/healthz")).headers.connection).toBe("close");
    draining = false;
  });
});

describe("unsafe requests", () => {
  const post = (headers: Record<string, string>) =>
    ask("/echo", { method: "POST", headers: { ...form, ...headers }, body: "a=1" });

  it("[WEB-01] pass from our own pages", async () => {
    expect((await post(own())).status).toBe(200);
    expect((await post({ "Sec-Fetch-Site": "same-origin" })).body).toBe("3");
  });

  it("[WEB-01] pass from a plain form under no-referrer, whose origin is null", async () => {
    expect((await post({ "Sec-Fetch-Site": "same-origin", Origin: "null" })).status).toBe(200);
  });

  it.each([
    ["a foreign origin", { Origin: "https://evil.example" }],
    ["a foreign origin that ends like ours", { Origin: "http://127.0.0.1.evil.example" }],
    ["another port", { Origin: "http://127.0.0.1:1" }],
    ["a neighbouring site", { "Sec-Fetch-Site": "same-site" }],
    ["a foreign site", { "Sec-Fetch-Site": "cross-site", Origin: "null" }],
    ["a foreign origin that calls itself ours", { "Sec-Fetch-Site": "same-origin", Origin: "https://evil.example" }],
    ["nowhere", {}],
    ["null alone", { Origin: "null" }],
    ["garbage", { Origin: "::::" }],
  ])("[WEB-01] are refused from %s", async (_name, headers) => {
    expect((await post(headers)).status).toBe(403);
  });

  it("[WEB-01] are refused in every method", async () => {
    for (const method of ["PUT", "PATCH", "DELETE"]) expect((await ask("/echo", { method })).status).toBe(403);
  });
});

describe("oversized and malformed requests", () => {
  const limit = 64 * 1024;
  const large = (headers: Record<string, string>, bytes: number) =>
    ask("/echo", { method: "POST", headers: { ...form, ...own(), ...headers }, body: Buffer.alloc(bytes, "a") });

  it("[SOCK-02] bodies up to the limit pass, one byte more is 413", async () => {
    expect((await large({}, limit)).body).toBe(String(limit));
    expect((await large({}, limit + 1)).status).toBe(413);
  });

  it("[FILE-07] bodies that do not say their size are counted", async () => {
    const chunked = { "Transfer-Encoding": "chunked" };
    expect((await large(chunked, limit)).body).toBe(String(limit));
    expect((await large(chunked, limit * 4).catch(() => ({ status: 413 }))).status).toBe(413);
  });

  it("[WEB-08] TRACE and unknown methods are refused", async () => {
    const trace = await ask("/", { method: "TRACE" });
    expect(trace.status).toBe(405);
    expect(trace.headers.allow).toContain("GET");
    expect((await ask("/", { method: "PROPFIND" })).status).toBe(405);
  });

  it("[WEB-08] absolute targets, foreign-looking hosts and doubled lengths are refused", async () => {
    const close = "Connection: close\r\n\r\n";
    expect(await raw(`GET http://evil.example/ HTTP/1.1\r\nHost: a\r\n${close}`)).toMatch(/^HTTP\/1.1 400/);
    expect(await raw(`GET / HTTP/1.1\r\nHost: a b/<c>\r\n${close}`)).toMatch(/^HTTP\/1.1 400/);
    expect(await raw(`GET / HTTP/1.1\r\n${close}`)).toMatch(/^HTTP\/1.1 400/);
    expect(await raw(`POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nContent-Length: 2\r\n${close}`)).toMatch(
      /^HTTP\/1.1 400/,
    );
    expect(await raw(`GET / HTTP/1.1\r\nHost: a\r\nX: ${"y".repeat(70_000)}\r\n${close}`)).toMatch(/^HTTP\/1.1 431/);
  });

  it("[WEB-11] forwarding headers of strangers are not believed", async () => {
    const { status, headers } = await ask("/desk", {
      headers: { "X-Forwarded-Proto": "https", "X-Forwarded-Host": "evil.example:99" },
    });
    expect(status).toBe(200);
    expect(headers).not.toHaveProperty("strict-transport-security");
  });
});

describe("figures", () => {
  it("are shown to this machine alone", async () => {
    expect((await ask("/metrics")).body).toContain("http_request_duration_seconds");
    expect((await ask("/metrics", { headers: { "X-Forwarded-For": "127.0.0.1" } })).status).toBe(404);
  });
});
