import { readFileSync } from "node:fs";
import Validator from "@adobe/structured-data-validator";
import { Ajv } from "ajv";
import { parse } from "csv-parse/sync";
import * as fc from "#tests/support/seeded-fast-check";
import { XMLParser, XMLValidator } from "fast-xml-parser";
import { beforeAll, describe, expect, it } from "vitest";
import { validateXML } from "xmllint-wasm";
import { jsonLdText } from "#app/merchandising/json-ld";
import { sitemap } from "#app/merchandising/sitemap.server";
import { stockBoard } from "#app/merchandising/stock-board.server";
import { vehiclePage } from "#app/merchandising/vehicle-page.server";
import { adoptStock } from "#app/intake/adopt-stock.server";
import { buildFeed } from "#app/publishing/feeds/build-feeds.server";
import { googleAdsFeed, googleListingsFeed, metaFeed, thirdPartyFeed } from "#app/publishing/feeds/feed-files";
import { emailFeed, socialFeed } from "#app/publishing/feeds/feed-markup";
import { channels, leftOutReasons, sift, type FeedVehicle } from "#app/publishing/feeds/feed-vehicle";
import { merchandisingSettingsSchema } from "#app/publishing/merchandising-settings";
import { lakesideId } from "#prisma/seed/rooftop";
import { openDealStore } from "#tests/support/deal-store";
import { aFeedVehicle, feedStore, wildText } from "#tests/support/feed-vehicles";
import { schemaVocabulary } from "#tests/support/schema-vocabulary";
import { testDatabase } from "#tests/support/test-database";
import {
  googleAdsSchema,
  googleListingsSchema,
  metaAddressSchema,
  metaImagesSchema,
  metaSchema,
  thirdPartySchema,
} from "./feed-schemas";

const database = await testDatabase();
beforeAll(async () => {
  await openDealStore(database);
  await adoptStock();
});

const { csv } = merchandisingSettingsSchema.parse({ feedToken: "x".repeat(24) });
const ajv = new Ajv({ allErrors: true });
const tables = [
  ["Google vehicle ads", (cars: FeedVehicle[]) => googleAdsFeed(cars, feedStore), "\t", ajv.compile(googleAdsSchema)],
  [
    "Google listings",
    (cars: FeedVehicle[]) => googleListingsFeed(cars, feedStore),
    ",",
    ajv.compile(googleListingsSchema),
  ],
  ["Meta", (cars: FeedVehicle[]) => metaFeed(cars, feedStore), ",", ajv.compile(metaSchema)],
  ["listing sites", (cars: FeedVehicle[]) => thirdPartyFeed(cars, feedStore, csv), ",", ajv.compile(thirdPartySchema)],
] as const;
const isMetaImages = ajv.compile(metaImagesSchema);
const isMetaAddress = ajv.compile(metaAddressSchema);

/** Read by somebody else's reader, which forgives nothing. */
const rowsOf = (body: string, delimiter: string) =>
  parse(body, { columns: true, delimiter, record_delimiter: "\r\n" }) as Record<string, string>[];

const anyCar = fc
  .record({
    title: wildText,
    text: wildText,
    trim: wildText,
    pictures: fc.integer({ min: 0, max: 31 }),
    isNew: fc.boolean(),
  })
  .map(({ title, text, trim, pictures, isNew }) =>
    aFeedVehicle({
      title: `2003 Honda ${title}`,
      description: `x ${text}`,
      thirdPartyText: `x ${text}`,
      socialText: text,
      emailText: text,
      emailSubject: title,
      trim: trim.slice(0, 40),
      features: [text.slice(0, 80), "Heated front seats"],
      condition: isNew ? "new" : "used",
      msrp: isNew ? 31_000_00 : 0,
      pictures: Array.from({ length: pictures }, (_, index) => `https://lakeside-motors.example/${index}.jpg`),
    }),
  );

describe("[M8] feeds stand before other people's validators", () => {
  it.each(tables)(
    "%s: JSON Schema and an independent CSV reader, whatever is in a text",
    (_, feed, delimiter, isRow) => {
      fc.assert(
        fc.property(anyCar, (car) => {
          const { body, included, leftOut } = feed([car]);
          const rows = rowsOf(body, delimiter);
          expect(rows).toHaveLength(car.pictures.length > 0 ? 1 : 0);
          expect([...included, ...leftOut.map(({ stockNumber }) => stockNumber)]).toEqual([car.stockNumber]);
          for (const row of rows) {
            isRow(row);
            expect(isRow.errors ?? []).toEqual([]);
            for (const cell of Object.values(row)) expect(cell).not.toMatch(/^[=+@]/);
          }
        }),
        { numRuns: 60 },
      );
    },
  );

  it("[I3] Meta's cells of JSON are what it asks for, with 31 photos as with one", () => {
    for (const count of [1, 31]) {
      const pictures = Array.from({ length: count }, (_, at) => `https://lakeside-motors.example/${at}.jpg`);
      const [row] = rowsOf(metaFeed([aFeedVehicle({ pictures })], feedStore).body, ",");
      expect(isMetaImages(JSON.parse(row?.image ?? ""))).toBe(true);
      expect(isMetaAddress(JSON.parse(row?.address ?? ""))).toBe(true);
    }
  });

  it.each(tables)("%s: a car of every kind, as it was sent before", (name, feed) => {
    const cars = [
      aFeedVehicle(),
      aFeedVehicle({
        stockNumber: "N1",
        vin: "5FNRL38247B006367",
        condition: "new",
        body: "van",
        msrp: 41_000_00,
        drivetrain: "awd",
        fuel: "hybrid",
      }),
      aFeedVehicle({
        stockNumber: "C1",
        vin: "KM8JN72D07U585496",
        condition: "certified",
        body: "suv",
        fuel: "electric",
        trim: "",
      }),
      aFeedVehicle({ stockNumber: "U2", pictures: [] }),
    ];
    const { body, included, leftOut } = feed(cars);
    expect({ name, included, leftOut, lines: body.split("\r\n") }).toMatchSnapshot();
  });

  it("every reason for leaving a car out is one of a known list, and each car is told of once per channel", () => {
    fc.assert(
      fc.property(fc.array(anyCar, { maxLength: 5 }), (cars) => {
        const numbered = cars.map((car, at) => ({ ...car, stockNumber: `U${at}` }));
        for (const channel of channels) {
          const { included, leftOut } = sift(channel, numbered);
          const told = [...included, ...leftOut.map(({ stockNumber }) => stockNumber)];
          expect(told.toSorted()).toEqual(numbered.map(({ stockNumber }) => stockNumber).toSorted());
          for (const { reason } of leftOut) expect(leftOutReasons).toContain(reason);
        }
      }),
      { numRuns: 40 },
    );
  });
});

const schemaFile = (fileName: string) => ({
  fileName,
  contents: readFileSync(`tests/fixtures/feed-schemas/${fileName}`, "utf8"),
});

const schemaErrors = async (xml: string, schema: string, preload: string) =>
  (
    await validateXML({
      xml: { fileName: "it.xml", contents: xml },
      schema: [schemaFile(schema)],
      preload: [schemaFile(preload)],
    })
  ).errors.map(({ message }) => message);

describe("[M8] markup stands before other people's validators", () => {
  it("RSS and the letter are well formed, whatever is in a text", () => {
    fc.assert(
      fc.property(anyCar, (car) => {
        const rss = socialFeed([car], feedStore).body;
        expect(XMLValidator.validate(rss)).toBe(true);
        const letter = emailFeed([car], feedStore).body.replace("<!doctype html>", "");
        expect(XMLValidator.validate(letter)).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  it("RSS is what its schema asks for, with a wide picture and without one", async () => {
    const cars = [
      aFeedVehicle({ title: 'A "quoted" & <odd> 🚗', widePicture: "https://lakeside-motors.example/wide.jpg" }),
      aFeedVehicle({ stockNumber: "U2", vin: "5FNRL38247B006367" }),
    ];
    expect(await schemaErrors(socialFeed(cars, feedStore).body, "rss.xsd", "media.xsd")).toEqual([]);
    expect(await schemaErrors(socialFeed([], feedStore).body, "rss.xsd", "media.xsd")).toEqual([]);
  });

  it("the sitemap is what its schema asks for, with a place for every car and its pictures", async () => {
    const board = await stockBoard();
    if (!board) throw new Error("the store is there");
    const xml = sitemap(board);
    expect(await schemaErrors(xml, "sitemap.xsd", "sitemap-image.xsd")).toEqual([]);
    const { urlset } = new XMLParser().parse(xml) as { urlset: { url: { loc: string; "image:image"?: object[] }[] } };
    expect(urlset.url).toHaveLength(board.vehicles.length + 2);
    expect(urlset.url.slice(2).every((url) => (url["image:image"]?.length ?? 0) > 1)).toBe(true);
  });

  it("a wrong sitemap and a wrong feed are refused by the same validators", async () => {
    const wrong =
      '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><url><lastmod>soon</lastmod></url></urlset>';
    expect(await schemaErrors(wrong, "sitemap.xsd", "sitemap-image.xsd")).not.toEqual([]);
    const [row] = rowsOf(googleAdsFeed([aFeedVehicle()], feedStore).body, "\t");
    expect(tables[0][3]({ ...row, condition: "old", availability: "in stock" })).toBe(false);
  });
});

describe("[V16] structured data", () => {
  it("of every car names what schema.org knows, and asks for what a feed asks for too", async () => {
    const vocabulary = schemaVocabulary();
    const { body } = await buildFeed(lakesideId, "googleAds");
    const prices = new Map(rowsOf(body, "\t").map((row) => [row.id, row.price]));
    expect(prices.size).toBeGreaterThan(40);
    for (const stockNumber of [...prices.keys()].slice(0, 12)) {
      const page = await vehiclePage(stockNumber ?? "", new URLSearchParams(), "en");
      if (page?.kind !== "vehicle") throw new Error("it is for sale");
      const car = JSON.parse(page.jsonLd) as { "@type": string; "@context"?: string; offers: { price: string } };
      const issues = await new Validator(vocabulary).validate({ jsonld: { Car: [car] } });
      expect(issues.filter(({ severity }) => severity === "ERROR")).toEqual([]);
      expect(issues.filter(({ issueMessage }) => issueMessage.includes("not supported by the schema"))).toEqual([]);
      // Google compares the two: a price that differs takes the car off.
      expect(prices.get(stockNumber)).toBe(`${car.offers.price} USD`);
    }
  });

  it("that names an unknown property is found by the same validator", async () => {
    const car = JSON.parse(jsonLdText({ "@type": "Car", name: "A car", wheelColour: "blue" })) as object;
    const issues = await new Validator(schemaVocabulary()).validate({ jsonld: { Car: [car] } });
    expect(issues.map(({ issueMessage }) => issueMessage).join()).toContain("wheelColour");
  });
});
