import { describe, expect, it } from "vitest";
import { safeRedirect } from "#app/accounts/safe-redirect";

const elsewhere = [
  "//evil.example",
  "/\\evil.example",
  "\\\\evil.example",
  "https:evil.example",
  "https://evil.example/",
  "http://own.invalid/deals",
  "/\t/evil.example",
  "/\n/evil.example",
  "\t//evil.example",
  " //evil.example",
  "///evil.example",
  "/.//evil.example",
  "/..//evil.example",
  "/deals/..//evil.example",
  "/%2e//evil.example",
  "//user@evil.example",
  "javascript:alert(1)",
  "data:text/html,hi",
  "deals/1",
  "",
  `/${"a".repeat(3_000)}`,
  null,
  undefined,
  42,
  ["/deals"],
];

describe("[WEB-02] where to go next", () => {
  it.each(elsewhere)("%j leads home", (to) => {
    expect(safeRedirect(to, "/home")).toBe("/home");
  });

  it("never answers anything that a browser reads as another origin", () => {
    for (const to of elsewhere) {
      const url = new URL(safeRedirect(to), "https://store.example");
      expect(url.origin).toBe("https://store.example");
    }
  });

  it.each(["/", "/deals/d1?stage=trade#offer", "/desk?sort=wait", "/a%2Fb", "/search?q=a@b"])("%s is ours", (to) => {
    expect(safeRedirect(to, "/home")).toBe(to);
  });

  it("an @ in a path is only a letter", () => {
    expect(safeRedirect("/@evil.example")).toBe("/@evil.example");
  });
});
