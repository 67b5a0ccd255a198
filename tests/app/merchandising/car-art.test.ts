import { readdirSync, statSync } from "node:fs";
import path from "node:path";

import { describe, expect, it } from "vitest";

import {
  allCarPictures,
  carAngles,
  carArtAlt,
  carArtColours,
  carArtFiles,
  carArtUrl,
  carBodies,
  carColours,
  carGallery,
  carInteriors,
  hasCarArt,
} from "#prisma/seed/car-art/car-art-catalog";
import { drawCar } from "#prisma/seed/car-art/draw-car";

const publicFolder = path.resolve("public");

/** The pictures travel in the repository; more than this and a clone is slow. */
const byteLimit = 14_000_000;

const filesUnder = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? filesUnder(path.join(folder, entry.name)) : [path.join(folder, entry.name)],
  );

const bodiesAndAngles = carBodies.flatMap((body) => carAngles.map((angle) => ({ body, angle })));

describe("car art drawings", () => {
  it.each(bodiesAndAngles)(
    "$body $angle is whole: no missing number, no dangling or repeated id",
    ({ body, angle }) => {
      const svg = drawCar({ body, colour: carArtColours[body][0], angle });
      expect(svg).not.toMatch(/NaN|undefined|Infinity|null/);

      const ids = [...svg.matchAll(/ id="([^"]+)"/g)].map((match) => match[1]);
      expect(new Set(ids).size).toBe(ids.length);
      const used = [...svg.matchAll(/(?:url\(#|href="#)([^)"]+)/g)].map((match) => match[1]);
      expect(used.filter((id) => !ids.includes(id))).toEqual([]);

      const opened = svg.match(/<[a-zA-Z][^>]*[^/]>|<[a-zA-Z]>/g)?.length;
      const closed = svg.match(/<\/[a-zA-Z]+>/g)?.length;
      expect(opened).toBe(closed);
      expect(svg).not.toMatch(/<(script|image|text|foreignObject)/);
    },
  );

  it("two cars can share one page: their ids differ", () => {
    const idsOf = (svg: string) => [...svg.matchAll(/ id="([^"]+)"/g)].map((match) => match[1]);
    const lake = idsOf(drawCar({ body: "suv", colour: "lake", angle: "side" }));
    const pearl = idsOf(drawCar({ body: "suv", colour: "pearl", angle: "side" }));
    expect(lake.filter((id) => pearl.includes(id))).toEqual([]);
  });

  it.each(carBodies)("%s stands in the studio exactly as on the lot, in the same frame", (body) => {
    const colour = carArtColours[body][0];
    // The car is the last thing painted in both scenes, so what they share at the end is all of it.
    const painted = (angle: "side" | "lot") =>
      drawCar({ body, colour, angle }).replaceAll(`${body}-${colour}-${angle}-`, "").split("</defs>")[1] ?? "";
    const [studio, lot] = [painted("side"), painted("lot")];
    let shared = 0;
    while (studio.at(-1 - shared) === lot.at(-1 - shared) && shared < lot.length) shared += 1;
    expect(lot.slice(-shared)).toContain('href="#wheel"');
    expect(shared).toBeGreaterThan(6000);

    const frame = (angle: "side" | "lot") => /viewBox="([^"]+)"/.exec(drawCar({ body, colour, angle }))?.[1];
    expect(frame("side")).toBe(frame("lot"));
  });

  it("a cabin depends on the interior, not on the paint", () => {
    const cabin = (colour: "lake" | "pearl", interior: "dark" | "sand") =>
      drawCar({ body: "suv", colour, angle: "cabin", interior });
    expect(cabin("lake", "dark")).toBe(cabin("pearl", "dark"));
    expect(cabin("lake", "dark")).not.toBe(cabin("lake", "sand"));
  });
});

describe("car art catalogue", () => {
  it("says in every alternative text that it is an illustration", () => {
    expect(carArtAlt({ body: "suv", colour: "lake", angle: "side" })).toBe("Side view, lake blue SUV, illustration");
    expect(carArtAlt({ body: "suv", colour: "lake", angle: "side" }, "fr")).toBe(
      "Vue de côté, VUS, bleu lac, illustration",
    );
    for (const picture of allCarPictures()) {
      expect(carArtAlt(picture)).toMatch(/, illustration$/);
      expect(carArtAlt(picture, "fr")).toMatch(/, illustration$/);
    }
  });

  it("names files by body, colour, angle and width", () => {
    const picture = { body: "suv", colour: "lake", angle: "side" } as const;
    expect(carArtUrl(picture, 1600, "avif")).toBe("/vehicles/suv-lake/side-1600.avif");
    expect(carArtUrl({ ...picture, angle: "cabin", interior: "sand" }, 640, "webp")).toBe(
      "/vehicles/cabin-sand-classic/cabin-640.webp",
    );
  });

  it("has every file of every gallery, and none besides", () => {
    const expected = new Set(
      carBodies.flatMap((body) =>
        carColours
          .filter((colour) => hasCarArt(body, colour))
          .flatMap((colour) => carInteriors.flatMap((interior) => carGallery(body, colour, interior)))
          .flatMap((picture) => carArtFiles(picture).map(({ url }) => url)),
      ),
    );
    const present = filesUnder(path.join(publicFolder, "vehicles"))
      .map((file) => `/${path.relative(publicFolder, file).split(path.sep).join("/")}`)
      .filter((url) => !url.endsWith(".txt"));
    expect(present.filter((url) => !expected.has(url))).toEqual([]);
    expect([...expected].filter((url) => !present.includes(url))).toEqual([]);
  });

  it("stays within its share of the repository", () => {
    const bytes = filesUnder(path.join(publicFolder, "vehicles")).reduce((sum, file) => sum + statSync(file).size, 0);
    expect(bytes).toBeLessThan(byteLimit);
  });
});
