import { describe, expect, test } from "vitest";
import { preferenceCookie, readCookie } from "#app/ui/cookie";
import { preferredLocale, requestLocale } from "#app/ui/locale.server";

const asking = (headers: Record<string, string>) => requestLocale(new Request("http://localhost/", { headers }));

describe("the language of a request", () => {
  test("what the person chose wins over what the browser asks for", () => {
    expect(asking({ Cookie: "theme=dark; lang=fr", "Accept-Language": "en" })).toBe("fr");
  });

  test("an unknown choice is no choice", () => {
    expect(asking({ Cookie: "lang=de", "Accept-Language": "fr-CA" })).toBe("fr");
    expect(asking({})).toBe("en");
  });

  test.each([
    ["fr-CA,fr;q=0.9,en;q=0.8", "fr"],
    ["en-US,en;q=0.9,fr;q=0.8", "en"],
    ["de,fr;q=0.4,en;q=0.3", "fr"],
    ["fr;q=0,en;q=0.1", "en"],
    ["de-DE,de;q=0.9", "en"],
    ["*", "en"],
    [";;q=,,", "en"],
  ])("%s asks for %s", (header, locale) => expect(preferredLocale(header)).toBe(locale));
});

describe("a preference cookie", () => {
  test("is read back by name, not by likeness", () => {
    expect(readCookie("xlang=en; lang=fr", "lang")).toBe("fr");
    expect(readCookie(null, "lang")).toBeUndefined();
  });

  test("is Secure where the site is", () => {
    expect(preferenceCookie("lang", "fr", { secure: false })).toBe("lang=fr; Path=/; Max-Age=31536000; SameSite=Lax");
    expect(preferenceCookie("lang", "fr", { secure: true })).toContain("; Secure");
  });
});
