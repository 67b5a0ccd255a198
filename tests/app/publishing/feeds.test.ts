import * as fc from "#tests/support/seeded-fast-check";
import { describe, expect, it } from "vitest";
import { readCsv } from "#app/platform/csv-reader";
import { googleAdsFeed, googleListingsFeed, metaFeed, thirdPartyFeed } from "#app/publishing/feeds/feed-files";
import { emailFeed, socialFeed } from "#app/publishing/feeds/feed-markup";
import { leftOutOf, sift, type FeedVehicle } from "#app/publishing/feeds/feed-vehicle";
import { merchandisingSettingsSchema } from "#app/publishing/merchandising-settings";
import { aFeedVehicle as aVehicle, feedStore as store, wildText } from "#tests/support/feed-vehicles";

const { csv } = merchandisingSettingsSchema.parse({ feedToken: "x".repeat(24) });

const tables = [
  ["Google vehicle ads", (vehicles: FeedVehicle[]) => googleAdsFeed(vehicles, store), "\t"],
  ["Google listings", (vehicles: FeedVehicle[]) => googleListingsFeed(vehicles, store), ","],
  ["Meta", (vehicles: FeedVehicle[]) => metaFeed(vehicles, store), ","],
  ["listing sites", (vehicles: FeedVehicle[]) => thirdPartyFeed(vehicles, store, csv), ","],
] as const;

describe("[M8] feeds", () => {
  it.each(tables)("%s: required columns are there and filled", (_, feed, separator) => {
    const [head, row] = readCsv(feed([aVehicle()]).body, separator);
    const of = (name: string) =>
      row?.cells[head?.cells.findIndex((cell) => cell.toLowerCase() === name.toLowerCase()) ?? -1];
    expect(of("vin")).toBe("1HGCM82633A004352");
    expect(of("year")).toBe("2003");
    expect(of("price")).toMatch(/^6995\.00( USD)?$/);
  });

  it("[I2] Google vehicle ads have no availability, and say mileage, condition and category as asked", () => {
    const [head, row] = readCsv(googleAdsFeed([aVehicle()], store).body, "\t");
    const fields = Object.fromEntries((head?.cells ?? []).map((name, index) => [name, row?.cells[index]]));
    expect(Object.keys(fields)).not.toContain("availability");
    expect(fields).toMatchObject({
      mileage: "61240 miles",
      condition: "used",
      google_product_category: "916",
      link_template: "https://lakeside-motors.example/inventory/U1842?store={store_code}",
      body_style: "sedan",
    });
  });

  it("[I3] Meta takes its own words for body, drive, fuel and state", () => {
    const [head, row] = readCsv(metaFeed([aVehicle()], store).body);
    const fields = Object.fromEntries((head?.cells ?? []).map((name, index) => [name, row?.cells[index]]));
    expect(fields).toMatchObject({
      body_style: "SEDAN",
      drivetrain: "FWD",
      fuel_type: "GASOLINE",
      state_of_vehicle: "USED",
      "mileage.unit": "MI",
    });
    expect(JSON.parse(fields.image ?? "")).toEqual([
      { url: "https://lakeside-motors.example/a.webp", tag: ["Exterior"] },
    ]);
  });

  it.each(tables)(
    "%s: any text comes back as one row of as many cells, and runs as no formula",
    (_, feed, separator) => {
      fc.assert(
        fc.property(wildText, wildText, fc.integer({ min: 1, max: 31 }), (trim, text, pictures) => {
          const vehicle = aVehicle({
            trim,
            description: `x ${text}`,
            thirdPartyText: text,
            title: text,
            pictures: Array.from({ length: pictures }, (__, index) => `https://lakeside-motors.example/${index}.webp`),
          });
          const rows = readCsv(feed([vehicle]).body, separator);
          expect(rows).toHaveLength(2);
          expect(rows[1]?.cells).toHaveLength(rows[0]?.cells.length ?? 0);
          for (const cell of rows[1]?.cells ?? []) expect(cell).not.toMatch(/^[=+@]/);
        }),
      );
    },
  );

  it("leaves out what may not be told, each with its reason", () => {
    const cases = [
      [aVehicle({ pictures: [] }), "noPhoto"],
      [aVehicle({ price: 0 }), "noPrice"],
      [aVehicle({ status: "sold" }), "notForSale"],
      [aVehicle({ status: "held" }), "held"],
      [aVehicle({ lifecycle: "inReview" }), "notApproved"],
      [aVehicle({ vin: "11" }), "badVin"],
      [aVehicle({ description: " " }), "noText"],
      [aVehicle({ isPlaced: false }), "noPlace"],
      [aVehicle({ takenDown: ["meta"] }), "takenDown"],
      [aVehicle(), null],
    ] as const;
    expect(cases.map(([vehicle]) => leftOutOf("meta", vehicle))).toEqual(cases.map(([, reason]) => reason));
    const { included, leftOut } = sift("meta", [aVehicle(), aVehicle({ stockNumber: "U1843" })]);
    expect({ included, leftOut }).toEqual({
      included: ["U1842"],
      leftOut: [{ stockNumber: "U1843", reason: "badVin" }],
    });
  });

  it("31 photos: ten more for Google, twenty for Meta, all for listing sites", () => {
    const pictures = Array.from({ length: 31 }, (_, index) => `https://lakeside-motors.example/${index}.webp`);
    const cellsOf = (body: string, separator: string, name: string) => {
      const [head, row] = readCsv(body, separator);
      return row?.cells[head?.cells.indexOf(name) ?? -1] ?? "";
    };
    const vehicle = aVehicle({ pictures });
    expect(cellsOf(googleAdsFeed([vehicle], store).body, "\t", "additional_image_link").split(",")).toHaveLength(10);
    expect(JSON.parse(cellsOf(metaFeed([vehicle], store).body, ",", "image"))).toHaveLength(20);
    expect(cellsOf(thirdPartyFeed([vehicle], store, csv).body, ",", "ImageList").split("|")).toHaveLength(31);
  });

  it("the export follows what a store agreed on: separator, names, order, dates", () => {
    const agreed = merchandisingSettingsSchema.parse({
      feedToken: "x".repeat(24),
      csv: { separator: ";", columns: ["VIN", "Price", "DateInStock"], names: { VIN: "vehicle" }, dates: "us" },
    }).csv;
    expect(thirdPartyFeed([aVehicle()], store, agreed).body).toBe(
      "vehicle;Price;DateInStock\r\n1HGCM82633A004352;6995.00;11/02/2026\r\n",
    );
  });

  it("markup escapes whatever is in a text, and a letter has no price without what it leaves out", () => {
    fc.assert(
      fc.property(wildText, (text) => {
        const vehicle = aVehicle({ title: text, description: `x ${text}`, emailText: text, socialText: text });
        for (const { body } of [socialFeed([vehicle], store), emailFeed([vehicle], store)]) {
          expect(body).not.toContain("<script");
          expect(body).not.toMatch(/&(?!amp;|lt;|gt;|quot;|#39;)/);
        }
        expect(emailFeed([vehicle], store).body).toContain(store.priceBasis);
      }),
    );
  });
});
