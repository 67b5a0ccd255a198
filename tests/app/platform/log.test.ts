import { describe, expect, it } from "vitest";
import { createLog } from "#app/platform/log.server";
import { maskPath } from "#app/platform/mask-sensitive-text";

function logged(write: (log: ReturnType<typeof createLog>) => void): string {
  const lines: string[] = [];
  write(createLog({ level: "trace", destination: { write: (line: string) => void lines.push(line) } }));
  expect(lines).toHaveLength(1);
  return lines[0] ?? "";
}

describe("the log", () => {
  it("[LOG-01] redacts personal names wherever they stand", () => {
    const line = logged((log) =>
      log.info({
        shopper: { firstName: "Ada", contacts: [{ email: "ada@example.com", phone: "555 0100" }] },
        password: "x",
      }),
    );
    expect(line).not.toMatch(/Ada|ada@|555|"x"/);
  });

  it("[LOG-01] masks numbers, addresses and secrets inside texts, messages and errors", () => {
    const secrets = [
      "123-45-6789",
      "4242 4242 4242 4242",
      "4242424242424242",
      "ada@example.com",
      "Bearer abc.def-ghi",
      "sk_test_51Habcdefgh",
      "postgres://me:hunter2@db/x",
    ];
    for (const secret of secrets) {
      const line = logged((log) => log.error({ err: new Error(`bad ${secret}`), note: secret }, "saw %s", secret));
      expect(line).not.toContain(secret);
      expect(line).not.toContain("hunter2");
    }
  });

  it("[LOG-01] keeps numbers that only look like cards: times, stock numbers, ids", () => {
    const line = logged((log) => log.info({ at: 1795313838123, vin: "1HGCM82633A004352" }, "deal 2026112203574501"));
    expect(line).toContain("1795313838123");
    expect(line).toContain("1HGCM82633A004352");
    expect(line).toContain("2026112203574501");
  });

  it("[LOG-01] writes one JSON line of bounded length, whatever is in it", () => {
    const hostile = `first\r\nsecond\u001b[31m${"x".repeat(1_000_000)}`;
    const line = logged((log) => log.warn({ hostile }, hostile));
    expect(line.trimEnd()).not.toContain("\n");
    expect(line.length).toBeLessThan(6_000);
    expect(JSON.parse(line)).toMatchObject({ level: "warn" });
  });

  it("bears objects without end", () => {
    const circle: Record<string, unknown> = {};
    circle.self = circle;
    expect(logged((log) => log.info(circle))).toContain("[deeper]");
  });

  it("[WEB-04] leaves links' secrets and queries out of paths, and ids in", () => {
    const id = "0c0d0d58-4a32-47bb-8865-bb09d0610aba";
    expect(maskPath("/resume/9cY1mT0n3Qw8sL2kF5vB7x")).toBe("/resume/[token]");
    expect(maskPath(`/deals/${id}/card.data?code=123456`)).toBe(`/deals/${id}/card.data`);
    expect(maskPath(`/deals/${id}.data`)).toBe(`/deals/${id}.data`);
  });
});
