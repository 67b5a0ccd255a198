import type { IncomingMessage } from "node:http";
import { describe, expect, it } from "vitest";
import { mayOpenSocket } from "#app/server/same-origin.server";

const handshake = (headers: Record<string, string>) =>
  ({ method: "GET", headers: { host: "deals.example", ...headers } }) as unknown as IncomingMessage;

describe("live connections", () => {
  it("[SOCK-08] open from our own pages", () => {
    expect(mayOpenSocket(handshake({ origin: "https://deals.example" }))).toBe(true);
    expect(mayOpenSocket(handshake({ "sec-fetch-site": "same-origin" }))).toBe(true);
  });

  it.each([
    ["a foreign origin", { origin: "https://evil.example" }],
    ["a foreign origin on another port", { origin: "https://deals.example:8443" }],
    ["a null origin", { origin: "null" }],
    ["a foreign origin that calls itself ours", { origin: "https://evil.example", "sec-fetch-site": "same-origin" }],
    ["another site", { "sec-fetch-site": "cross-site" }],
    ["nowhere", {}],
  ])("[SOCK-08] are refused from %s", (_name, headers) => {
    expect(mayOpenSocket(handshake(headers))).toBe(false);
  });
});
