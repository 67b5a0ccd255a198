import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { simulatedProgrammes } from "#machines/lending/simulated-programmes";
import { configuredLenders } from "#app/lenders/configured-lenders.server";
import { parseEnv } from "#app/platform/env.server";

const secret = "harbor-secret-of-more-than-32-characters";
const harbor = { ...simulatedProgrammes[0]!, code: "harbor-prime", lenderCode: "harbor", lender: "Harbor Credit" };

async function file(content: unknown): Promise<string> {
  const path = join(await mkdtemp(join(tmpdir(), "lenders-")), "programmes.json");
  await writeFile(path, typeof content === "string" ? content : JSON.stringify(content));
  return path;
}
const set = (over: Record<string, string>) =>
  parseEnv({ LENDERS: "harbor=https://lender.example/api", LENDER_SECRETS: `harbor=${secret}`, ...over });
const started = async (over: Record<string, string>) => configuredLenders(set(over));

describe("[C5] lenders by environment", () => {
  it("without any the built-in network answers, with four lenders", async () => {
    const { ports, secrets } = await configuredLenders(parseEnv({}));
    expect(ports.map(({ code }) => code)).toEqual(["alder", "birch", "cedar", "dogwood"]);
    expect(secrets).toEqual({});
  });

  it("named, they take its place, each with its own rate sheets and secret", async () => {
    const { ports, secrets } = await started({ LENDER_PROGRAMMES: await file([harbor]) });
    expect(ports).toMatchObject([{ code: "harbor", name: "Harbor Credit", programmes: [{ code: "harbor-prime" }] }]);
    expect(secrets).toEqual({ harbor: secret });
  });

  it.each<[string, Record<string, string>, string]>([
    ["an address that is none", { LENDERS: "harbor=lender.example" }, "LENDERS: must be code=https"],
    ["an address in the clear", { LENDERS: "harbor=http://lender.example" }, "http is for this machine alone"],
    ["a lender named twice", { LENDERS: "harbor=https://a.example,harbor=https://b.example" }, "names a lender twice"],
    ["no secret", { LENDER_SECRETS: "" }, "LENDER_SECRETS has no secret for it"],
    ["a short secret", { LENDER_SECRETS: "harbor=short" }, "32 characters or more"],
    ["no rate sheets", {}, "LENDER_PROGRAMMES does not say where"],
  ])("a setting is refused at the start: %s", (_, over, sentence) => {
    expect(() => set(over)).toThrow(sentence);
  });

  it("a rate sheet is refused at the start, by its place in the file", async () => {
    const refused = async (content: unknown, sentence: string) =>
      expect(started({ LENDER_PROGRAMMES: await file(content) })).rejects.toThrow(sentence);
    await expect(started({ LENDER_PROGRAMMES: "/nowhere.json" })).rejects.toThrow("/nowhere.json cannot be read");
    await refused("no json", "is not JSON");
    await refused([{ ...harbor, minAmount: "1" }], "at 0.minAmount");
    await refused([{ ...harbor, lenderCode: "pier" }], '"harbor-prime" is of "pier", which LENDERS does not name');
    const two = {
      LENDERS: "harbor=https://a.example,pier=https://b.example",
      LENDER_SECRETS: `harbor=${secret},pier=${secret}`,
    };
    await expect(started({ ...two, LENDER_PROGRAMMES: await file([harbor]) })).rejects.toThrow(
      'no programme of "pier"',
    );
  });
});
