import { readFileSync } from "node:fs";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { applyPatch } from "#app/realtime/apply-patch";
import { messageLimits } from "#app/realtime/message-limits";
import { editSchema, joinSchema, presenceSchema } from "#app/realtime/message-schemas";
import { type DealPatch, PROTOCOL_VERSION } from "#app/realtime/protocol";
import { dealPermissions } from "#machines/deal/deal-permissions";
import { viewOf } from "#machines/deal/view-of-deal";
import { aDeal } from "#tests/support/a-deal";
import { editTable, refusalTable } from "#tests/support/protocol-tables";

const page = readFileSync("docs/protocol.md", "utf8");

/** A table's cells without the spaces that a formatter lines them up with. */
const cells = (table: string): string[][] =>
  table
    .split("\n")
    .filter((line) => line.startsWith("|") && !/^\|[\s|:-]+\|$/.test(line))
    .map((line) =>
      line
        .split("|")
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );

const section = (heading: string) => page.split(`\n## ${heading}\n`)[1]?.split("\n## ")[0] ?? "";

const examples = [...page.matchAll(/```json\n([^]*?)```/g)].map(
  ([, text]) => JSON.parse(text!) as [string, Record<string, unknown>],
);

describe("docs/protocol.md", () => {
  it("lists every edit with its fields and who may send it, as the code has them", () => {
    expect(cells(section("Edits"))).toEqual(cells(editTable()));
  });

  it("lists every refusal with its sentence and next step, as the code has them", () => {
    expect(cells(section("Refusals"))).toEqual(cells(refusalTable()));
  });

  it("names its version, and gives examples that are what they say", () => {
    expect(page).toContain(`Version ${PROTOCOL_VERSION}.`);
    const schemas = { "deal:join": joinSchema, "deal:edit": editSchema, "deal:presence": presenceSchema };
    const sent = examples.filter(([event]) => event in schemas);
    for (const [event, message] of sent) expect(schemas[event as keyof typeof schemas].parse(message)).toEqual(message);
    expect(new Set(sent.map(([event]) => event)).size).toBe(3);
    const commitment = sent.find(([, message]) => "seenRevision" in message)?.[1].edit as {
      type: keyof typeof dealPermissions;
    };
    expect(dealPermissions[commitment.type]).toHaveProperty("needsCurrentRevision");
  });

  it("shows a patch that a client can apply", () => {
    const patch = examples.find(([event]) => event === "deal:patch")?.[1] as unknown as DealPatch;
    const before = viewOf(aDeal(), "customer");
    const after = applyPatch(before, patch);
    expect(after).toMatchObject({
      revision: 14,
      card: { finance: { cashDown: 400_000 }, vehicle: before.card.vehicle },
    });
    expect(Object.keys(patch.slices.finance!).toSorted()).toEqual(Object.keys(before.card.finance).toSorted());
  });
});

describe("how fast", () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it("is what the page says", () => {
    const limits = messageLimits(20, () => undefined);
    const burst = (take: () => boolean) => {
      let taken = 0;
      while (take()) taken += 1;
      return taken;
    };
    const said = cells(section("How fast"))
      .slice(1)
      .map((row) => Number(row[2]));
    expect([burst(limits.edits), burst(limits.joins), burst(limits.presence), burst(limits.any)]).toEqual(said);
  });

  it("patience ends after a hundred and twenty", () => {
    let floods = 0;
    const limits = messageLimits(20, () => (floods += 1));
    for (let message = 0; message < 60 + 120; message++) limits.edits();
    expect(floods).toBe(0);
    limits.edits();
    expect(floods).toBe(1);
  });
});
