import { once } from "node:events";
import { createServer, request as httpRequest, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";
import type { ServerBuild } from "@remix-run/node";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createHttpApp } from "#app/server/create-http-app.server";

const heard = ({ request }: { request: Request }) => Response.json(Object.fromEntries(request.headers));
const routes = {
  root: { id: "root", path: "", module: { default: () => null } },
  api: { id: "api", parentId: "root", path: "api/payments/quote", module: { loader: heard, action: heard } },
  other: { id: "other", parentId: "root", path: "apiary", module: { loader: heard, action: heard } },
};
const build = {
  entry: { module: { default: () => new Response(), handleError: () => undefined } },
  routes,
  assets: { entry: { imports: [], module: "" }, routes: {}, url: "", version: "1" },
  publicPath: "/",
  assetsBuildDirectory: "build/client",
  future: { v3_singleFetch: true },
  isSpaMode: false,
} as unknown as ServerBuild;

const server = createServer(createHttpApp({ build, isDraining: () => false }));
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

const fromElsewhere = {
  Origin: "https://a-store.example",
  "Sec-Fetch-Site": "cross-site",
  Cookie: "__Host-session=somebody",
  Authorization: "Bearer somebody",
  Referer: "https://a-store.example/car",
  "Content-Type": "application/json",
};

function ask(method: string, path: string, headers: Record<string, string> = fromElsewhere): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const sent = httpRequest({ host: "127.0.0.1", port, method, path, headers }, (answer) => {
      let body = "";
      answer.on("data", (chunk: Buffer) => (body += chunk.toString()));
      answer.on("end", () => resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body }));
    });
    sent.on("error", reject);
    sent.end(method === "POST" ? "{}" : undefined);
  });
}

describe("[Q3] the public API", () => {
  it("is asked from any site, and knows nobody: what could say who somebody is never reaches a route", async () => {
    for (const method of ["POST", "GET"]) {
      const answer = await ask(method, "/api/payments/quote");
      expect(answer.status).toBe(200);
      const headers = JSON.parse(answer.body) as Record<string, string>;
      for (const name of ["cookie", "authorization", "origin", "referer"]) expect(headers[name]).toBeUndefined();
      expect(answer.headers["access-control-allow-origin"]).toBe("*");
      expect(answer.headers["access-control-allow-credentials"]).toBeUndefined();
      expect(answer.headers["set-cookie"]).toBeUndefined();
    }
  });

  it("answers a browser that asks whether it may", async () => {
    const headers = { ...fromElsewhere, "Access-Control-Request-Method": "POST" };
    const answer = await ask("OPTIONS", "/api/payments/quote", headers);
    expect(answer).toMatchObject({ status: 204, body: "" });
    expect(answer.headers).toMatchObject({
      "access-control-allow-methods": "GET, POST, OPTIONS",
      "access-control-allow-headers": "Content-Type",
    });
  });

  it("is the only place that is: everywhere else a foreign post is refused and nothing is opened", async () => {
    for (const path of ["/apiary", "/deals/d-1", "/inventory/N1", "/apis/payments"]) {
      const answer = await ask("POST", path);
      expect([path, answer.status]).toEqual([path, 403]);
      expect(answer.headers["access-control-allow-origin"]).toBeUndefined();
      expect((await ask("OPTIONS", path)).status).toBe(405);
    }
  });
});
