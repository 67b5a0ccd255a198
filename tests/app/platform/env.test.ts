import { describe, expect, it } from "vitest";
import { parseEnv } from "#app/platform/env.server";

const url = "postgresql://me@db.internal/deals";
const key = `k1:${Buffer.alloc(32, 7).toString("base64")}`;

describe("settings", () => {
  it("need nothing for a demo on PGlite", () => {
    const env = parseEnv({ NODE_ENV: "production" });
    expect(env).toMatchObject({ DEMO: true, PORT: 3000, DATA_DIR: "data", PUBLIC_URL: "http://localhost:3000" });
  });

  it("turn the demo off where there is a database", () => {
    expect(parseEnv({ NODE_ENV: "production", DATABASE_URL: url, FIELD_KEY: key }).DEMO).toBe(false);
  });

  it("[SEC-12] refuse demo accounts beside a real database in production", () => {
    const settings = { NODE_ENV: "production", DATABASE_URL: url, FIELD_KEY: key, DEMO: "1" };
    expect(() => parseEnv(settings)).toThrow(/DEMO=1 with a DATABASE_URL/);
    expect(parseEnv({ ...settings, NODE_ENV: "development" }).DEMO).toBe(true);
  });

  it("[SEC-12] refuse a moved clock and a missing key in production", () => {
    const settings = { NODE_ENV: "production", DATABASE_URL: url };
    expect(() => parseEnv({ ...settings, FIELD_KEY: key, CLOCK_OFFSET_MS: "5" })).toThrow(/CLOCK_OFFSET_MS/);
    expect(() => parseEnv(settings)).toThrow(/FIELD_KEY is not set/);
    expect(parseEnv({ NODE_ENV: "production", CLOCK_OFFSET_MS: "-300000" }).CLOCK_OFFSET_MS).toBe(-300_000);
  });

  it("name every wrong setting in one sentence", () => {
    expect(() => parseEnv({ PORT: "70000", DATABASE_URL: "mysql://x/y" })).toThrow(/PORT: .*DATABASE_URL: /);
  });

  it("take an empty value for none, and drop the slash at the end of the address", () => {
    const env = parseEnv({ DATABASE_URL: "", PORT: "", PUBLIC_URL: "https://deals.example/" });
    expect(env).toMatchObject({ PORT: 3000, PUBLIC_URL: "https://deals.example", DEMO: true });
    expect(env).not.toHaveProperty("DATABASE_URL");
  });
});
