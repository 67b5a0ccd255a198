import { afterEach, expect, test, vi } from "vitest";
import {
  documentKey,
  keepDocument,
  keptDocument,
  SAME_FOR_ALL,
  takeDocumentKey,
} from "#app/merchandising/document-cache.server";
import { env } from "#app/platform/env.server";

afterEach(() => {
  vi.restoreAllMocks();
});
const inProduction = () => vi.spyOn(env, "NODE_ENV", "get").mockReturnValue("production");
const mine = { nonce: "abc+/DEF==", requestId: "5d2f-1" };
const yours = { nonce: "xyz+/UVW==", requestId: "77aa-2" };
const page = (own: typeof mine) =>
  `<meta nonce="${own.nonce}"/><script nonce="${own.nonce}">{"requestId":"${own.requestId}"}</script><p>$& same</p>`;

test("a kept document goes out with each response's own nonce and request id", () => {
  Object.defineProperty(env, "NODE_ENV", { configurable: true, get: () => "test" });
  inProduction();
  keepDocument("k1", page(mine), mine);
  expect(keptDocument("k1", yours)).toBe(page(yours));
  expect(keptDocument("k1", mine)).toBe(page(mine));
  expect(keptDocument("k2", yours)).toBeNull();
});

test("nothing is kept while developing", () => {
  keepDocument("k3", page(mine), mine);
  expect(keptDocument("k3", yours)).toBeNull();
});

test("the key never leaves the server, and only a good answer has one", () => {
  const headers = () => new Headers({ [SAME_FOR_ALL]: "k1" });
  const good = headers();
  expect(takeDocumentKey(good, 200)).toBe("k1");
  expect(good.has(SAME_FOR_ALL)).toBe(false);
  expect(takeDocumentKey(headers(), 404)).toBeNull();
  expect(takeDocumentKey(new Headers(), 200)).toBeNull();
});

test("a key stands for everything a page is drawn from", () => {
  expect(documentKey("/", "", "en", null, ["1"])).toBe(documentKey("/", "", "en", null, ["1"]));
  expect(
    new Set([documentKey("/", "a"), documentKey("/a", ""), documentKey("/", "", "fr"), documentKey("/", "", "en")])
      .size,
  ).toBe(4);
});
