import { describe, expect, it } from "vitest";
import { decryptField, encryptField, keyedHash } from "#app/platform/field-encryption.server";

const place = "StaffMember:totpSecret:s1";

describe("encrypted fields", () => {
  it("[SEC-01] come back in their own place and nowhere else", () => {
    const stored = encryptField("JBSWY3DPEHPK3PXP", place);
    expect(stored).toMatch(/^v1\./);
    expect(stored).not.toContain("JBSW");
    expect(decryptField(stored, place)).toBe("JBSWY3DPEHPK3PXP");
    expect(() => decryptField(stored, "StaffMember:totpSecret:s2")).toThrow(/does not belong/);
  });

  it("[SEC-01] differ for equal values", () => {
    expect(encryptField("same", place)).not.toBe(encryptField("same", place));
  });

  it("[SEC-02] say clearly which key is missing, and refuse damage", () => {
    const stored = encryptField("value", place);
    const foreign = stored.split(".").with(1, "retired").join(".");
    expect(() => decryptField(foreign, place)).toThrow(/field key "retired"/);
    expect(() => decryptField("v0.x", place)).toThrow(/unknown form/);
    // The first letter of the text, whose bits all count; in the last one some only fill up.
    const damaged = stored.replace(/[^.](?=[^.]*$)/, (letter) => (letter === "A" ? "B" : "A"));
    expect(() => decryptField(damaged, place)).toThrow(/does not belong/);
  });

  it("are found again by a keyed hash that differs by purpose", () => {
    expect(keyedHash("ada@example.com", "shopper-email")).toBe(keyedHash("ada@example.com", "shopper-email"));
    expect(keyedHash("ada@example.com", "shopper-email")).not.toBe(keyedHash("ada@example.com", "licence"));
  });
});
