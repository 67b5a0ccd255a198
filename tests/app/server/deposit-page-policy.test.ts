import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import express from "express";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { pageSecurity } from "#app/server/page-security.server";

const app = express();
app.use(pageSecurity);
app.get("*", (_request, response) => void response.type("html").send("<p>card</p>"));
const server = createServer(app);
let origin = "";

beforeAll(async () => {
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => void server.close());

const policyOf = async (path: string) => {
  const answer = await fetch(`${origin}${path}`);
  const directives = (answer.headers.get("content-security-policy") ?? "")
    .split(";")
    .map((one) => one.trim().split(" "));
  return { answer, policy: new Map(directives.map(([name = "", ...values]) => [name, values])) };
};

describe("[PAY-19] the pages that lead to a payment", () => {
  it.each(["/deals/d-1?stage=deposit", "/pay/token", "/deals/d-1/paid"])(
    "%s allows what a hosted page needs, and no more",
    async (path) => {
      const { answer, policy } = await policyOf(path);
      expect(policy.get("default-src")).toEqual(["'none'"]);
      // No script of anybody's without this answer's nonce, and none from another host.
      expect(policy.get("script-src")).toEqual([
        "'strict-dynamic'",
        expect.stringMatching(/^'nonce-[A-Za-z0-9+/=]{20,}'$/),
      ]);
      // The provider's page is gone to, never framed.
      expect(policy.has("frame-src")).toBe(false);
      expect(policy.get("frame-ancestors")).toEqual(["'none'"]);
      expect(policy.get("connect-src")).toEqual(["'self'"]);
      expect(policy.get("form-action")).toEqual(["'self'", "https://checkout.stripe.com"]);
      expect(policy.get("base-uri")).toEqual(["'none'"]);
      expect(answer.headers.get("referrer-policy")).toBe("no-referrer");
      expect(answer.headers.get("cache-control")).toBe("no-store");
    },
  );

  it("two answers never share a nonce", async () => {
    const [one, other] = [await policyOf("/pay/a"), await policyOf("/pay/a")];
    expect(one.policy.get("script-src")).not.toEqual(other.policy.get("script-src"));
  });
});
