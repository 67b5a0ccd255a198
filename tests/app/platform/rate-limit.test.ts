import { describe, expect, it } from "vitest";
import { rateLimit } from "#app/platform/rate-limit.server";

describe("rate limits", () => {
  it("[WEB-05] stop one key after its points and say when to come back, and leave others alone", async () => {
    const limit = rateLimit("test-limit", { points: 2, perSeconds: 60 });
    expect(await limit.take("a")).toEqual({ ok: true });
    expect(await limit.take("a")).toEqual({ ok: true });
    const refused = await limit.take("a");
    expect(refused.ok).toBe(false);
    if (!refused.ok) expect(refused.retryAfterSeconds).toBeGreaterThan(0);
    expect(await limit.take("b")).toEqual({ ok: true });
  });
});
