import { afterEach, describe, expect, it } from "vitest";
import { withLive } from "#app/intake/decode-into-sheet.server";
import { withUserFact, withSource } from "#app/intake/fact-sheet";
import { liveDecode, liveRecalls, useNhtsa } from "#app/intake/nhtsa.server";
import { fakeService, type ServiceAnswer, type ServiceAsked } from "#tests/support/fake-service";

const VIN = "1HGCM82633A004352";
const ends: (() => Promise<void>)[] = [];
afterEach(async () => {
  useNhtsa(null);
  await Promise.all(ends.splice(0).map((end) => end()));
});

/** Both of NHTSA's services, on this machine. */
async function nhtsa(answer: (asked: ServiceAsked) => ServiceAnswer, timeoutMs?: number) {
  const service = await fakeService(answer);
  ends.push(service.close);
  const here = (url: string) => service.url + url.slice(new URL(url).origin.length);
  useNhtsa((url, signal) => fetch(here(url), { signal }), timeoutMs);
  return service;
}

const decoded = (row: Record<string, string>): ServiceAnswer => ({
  text: JSON.stringify({ Count: 1, Message: "Results returned successfully", Results: [row] }),
});
const campaign = {
  NHTSACampaignNumber: "21V201000",
  parkIt: true,
  ReportReceivedDate: "24/03/2021",
  Component: "SUSPENSION:REAR",
  Summary: "A screw may be loose.",
  Remedy: "Dealers will inspect it.",
};
const own = withSource({}, "vpicLite", { make: { value: "Honda", confidence: 0.9 } }, "2026-11-22T10:00:00.000Z");

describe("[V2] the live decoder", () => {
  it("fills what the tables lack, says which is its word, and takes no option for equipment", async () => {
    const service = await nhtsa(() =>
      decoded({
        Make: "HONDA",
        Model: "Accord",
        ModelYear: "2003",
        DriveType: "FWD/Front-Wheel Drive",
        Seats: "",
        Trim: "Not Applicable",
        CIB: "Optional",
        RearVisibilitySystem: "Standard",
      }),
    );
    expect(await liveDecode(VIN, "2003")).toEqual({
      facts: {
        make: { value: "Honda", confidence: 0.97 },
        model: { value: "Accord", confidence: 0.97 },
        year: { value: "2003", confidence: 0.97 },
        drive: { value: "FWD/Front-Wheel Drive", confidence: 0.97 },
      },
      features: { autoBraking: "optional", rearCamera: "yes" },
    });
    expect(service.asked[0]?.path).toBe(`/api/vehicles/DecodeVinValuesExtended/${VIN}?format=json&modelyear=2003`);
    await liveDecode(VIN, "2003");
    expect(service.asked).toHaveLength(1);
  });

  it("never overrules a person", async () => {
    await nhtsa(() => decoded({ Make: "HONDA", Model: "Accord" }));
    const stated = withUserFact(own, "model", "Accord Coupe", "Bea Tanager", "2026-11-22T10:00:00.000Z");
    const sheet = await withLive(stated, VIN);
    expect(sheet.model?.map(({ source, value }) => [source, value])).toEqual([
      ["user", "Accord Coupe"],
      ["vpicLive", "Accord"],
    ]);
  });

  it.each([
    ["does not answer in time", () => "silence" as const],
    ["is down", () => ({ status: 503, text: "" })],
    ["answers a page", () => ({ text: "<!doctype html>" })],
    ["answers another form", () => ({ text: '{"results":[]}' })],
    ["does not know the car", () => decoded({ Make: "" })],
  ])("that %s leaves the sheet to the tables on this machine", async (_what, answer) => {
    await nhtsa(answer, 200);
    expect(await withLive(own, VIN)).toEqual(own);
  });

  it("that fails again and again is left alone for a while", async () => {
    const service = await nhtsa(() => ({ status: 500, text: "" }));
    await liveDecode(VIN, null);
    await liveDecode("5FNRL38247B006367", null);
    const asked = service.asked.length;
    expect(asked).toBeLessThan(6);
    expect(await liveDecode("JF2SLDRC5SH534153", null)).toBeNull();
    expect(service.asked).toHaveLength(asked);
  });
});

describe("[V3] recalls", () => {
  it("are read with their day, and whether the car may be driven", async () => {
    await nhtsa(() => ({ text: JSON.stringify({ Count: 1, results: [campaign] }) }));
    expect(await liveRecalls("Porsche", "911", "2020")).toMatchObject([
      { campaign: "21V201000", reportedOn: "2021-03-24", parkIt: true },
    ]);
  });

  it("of a model that nobody knows are none: an answer, and not a failure", async () => {
    await nhtsa(() => ({ status: 400, text: '{"message":"Bad Request"}' }));
    expect(await liveRecalls("Norden", "Vista", "2026")).toEqual([]);
  });

  it.each([
    ["does not answer in time", () => "silence" as const],
    ["is down", () => ({ status: 502, text: "" })],
    ["answers another form", () => ({ text: '{"Results":[]}' })],
  ])("where the service %s are not looked up: null, and never none", async (_what, answer) => {
    await nhtsa(answer, 200);
    expect(await liveRecalls("Honda", "Accord", "2003")).toBeNull();
  });

  it("are not asked for without a line", async () => {
    useNhtsa(null);
    expect(await liveRecalls("Honda", "Accord", "2003")).toBeNull();
  });
});
