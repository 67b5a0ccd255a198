import { afterEach, expect, test, vi } from "vitest";
import {
  documentKey,
  filledIn,
  keepDocument,
  keptDocument,
  SAME_FOR_ALL,
  takeStanding,
} from "#app/merchandising/document-cache.server";
import { env } from "#app/platform/env.server";

afterEach(() => {
  vi.restoreAllMocks();
});
const inProduction = () => {
  Object.defineProperty(env, "NODE_ENV", { configurable: true, get: () => "test" });
  vi.spyOn(env, "NODE_ENV", "get").mockReturnValue("production");
};
const mine = { nonce: "abc+/DEF==", requestId: "5d2f-1" };
const yours = { nonce: "xyz+/UVW==", requestId: "77aa-2" };
const headers = new Headers({ "Content-Type": "text/html", Vary: "Cookie" });
const page = (own: typeof mine) =>
  `<meta nonce="${own.nonce}"/><script nonce="${own.nonce}">{"requestId":"${own.requestId}"}</script><p>$& même</p>`;
const kept = (key: string, own: typeof mine) => {
  const document = keptDocument(key);
  return document && filledIn(document, own).toString("utf8");
};

test("a kept document goes out with each response's own nonce and request id, and with its own headers", () => {
  inProduction();
  keepDocument("k1", page(mine), headers, mine);
  expect(kept("k1", yours)).toBe(page(yours));
  expect(kept("k1", mine)).toBe(page(mine));
  expect(kept("k2", yours)).toBeNull();
  expect(keptDocument("k1")?.headers).toEqual([...headers]);
});

test("nothing is kept while developing", () => {
  keepDocument("k3", page(mine), headers, mine);
  expect(kept("k3", yours)).toBeNull();
});

test("the standing never leaves the server, and only a good answer that is nobody's own has one", () => {
  const standing = (more: Record<string, string> = {}) => new Headers({ [SAME_FOR_ALL]: "s1", ...more });
  const good = standing();
  expect(takeStanding(good, 200)).toBe("s1");
  expect(good.has(SAME_FOR_ALL)).toBe(false);
  expect(takeStanding(standing(), 404)).toBeNull();
  expect(takeStanding(standing({ "Set-Cookie": "a=b" }), 200)).toBeNull();
  expect(takeStanding(new Headers(), 200)).toBeNull();
});

test("a key stands for everything a page is drawn from", () => {
  expect(documentKey("/", "", "en", null, ["1"])).toBe(documentKey("/", "", "en", null, ["1"]));
  expect(
    new Set([documentKey("/", "a"), documentKey("/a", ""), documentKey("/", "", "fr"), documentKey("/", "", "en")])
      .size,
  ).toBe(4);
});
