import * as fc from "#tests/support/seeded-fast-check";
import { describe, expect, it } from "vitest";
import { checkText } from "#app/descriptions/fact-check";
import { writeDraft } from "#app/descriptions/grounded-writer";
import { segments, segmentOf } from "#app/descriptions/vehicle-grounds";
import { textChannels, textLimits, wholeText } from "#app/descriptions/vehicle-text";
import { aCar, anElectricTruck, checking } from "./a-car";
import { falseOfSuv } from "./false-claims";
import { trueOfSuv, trueOfTruck } from "./true-claims";

const check = (sentence: string, car = aCar()) => checkText({ title: "", paragraphs: [sentence] }, checking(car));
const trouble = (sentence: string, car = aCar()) =>
  check(sentence, car).sentences.flatMap(({ findings }) => findings.map(({ kind, phrase }) => `${kind}: ${phrase}`));

describe("[M5] what is said of a car", () => {
  const truths = [
    ...[...trueOfSuv.en, ...trueOfSuv.fr].map((sentence) => [sentence, aCar()] as const),
    ...[...trueOfTruck.en, ...trueOfTruck.fr].map((sentence) => [sentence, anElectricTruck()] as const),
  ];
  const lies = [...falseOfSuv.en, ...falseOfSuv.fr];

  it("passes where it is true: a hundred and fifty sentences and more in both languages", () => {
    expect(truths.length).toBeGreaterThanOrEqual(150);
    const refused = truths.map(([sentence, car]) => [sentence, trouble(sentence, car)] as const);
    expect(refused.filter(([, found]) => found.length > 0)).toEqual([]);
  });

  it("is refused where it is not: a hundred and fifty planted sentences and more in both languages", () => {
    expect(lies.length).toBeGreaterThanOrEqual(150);
    expect(lies.filter((sentence) => check(sentence).ok)).toEqual([]);
  });

  it("is refused among true sentences too, and only the false one is marked", () => {
    for (const lie of lies) {
      const mixed = checkText(
        { title: "2022 Norden Vista XL", paragraphs: [`It shows 58,240 miles. ${lie}`] },
        checking(aCar()),
      );
      expect(mixed.ok, lie).toBe(false);
      expect(mixed.sentences.find(({ text }) => text === "It shows 58,240 miles.")?.verdict, lie).toBe("supported");
    }
  });

  it("cannot hide behind blanks, joiners or look-alike widths", () => {
    expect(check("It shows 48\u202f240\u00a0miles.").ok).toBe(false);
    expect(check("Pano\u200bramic sun\u00adroof.").ok).toBe(false);
    expect(check("Ｌｅａｔｈｅｒ seats.").ok).toBe(false);
  });

  it("links every claim to the facts behind it", () => {
    const { claims } = check("One owner, 58,240 miles and heated front seats.");
    expect(claims).toEqual(
      expect.arrayContaining([
        { phrase: "One owner", grounds: ["owners"] },
        { phrase: "58,240 miles", grounds: ["mileage"] },
        { phrase: "heated front seats", grounds: ["feature.heatedFront"] },
      ]),
    );
  });

  it("[G1] that triggers a finance disclosure is told apart from what is false", () => {
    expect(check("Only $399 a month.").sentences[0]?.verdict).toBe("needsDisclosure");
    expect(check("It shows 48,240 miles.").sentences[0]?.verdict).toBe("unsupported");
  });

  it("says no more than the window: a car sold as is has no warranty", () => {
    expect(check("Three-month warranty.", aCar({ warranty: "asIs", warrantyMonths: null })).ok).toBe(false);
  });

  it("below market only with a figure that was worked out", () => {
    const belowMarket = { percent: 6, source: "41 comparables", on: "2026-11-20" };
    expect(check("6% below market.", aCar({ belowMarket })).ok).toBe(true);
    expect(check("9% below market.", aCar({ belowMarket })).ok).toBe(false);
  });

  it("carries no address or number into another's pages", () => {
    const text = { title: "", paragraphs: ["Call (217) 555-0142 or write to hello@lakeside-motors.example."] };
    expect(checkText(text, checking(aCar(), "thirdParty")).ok).toBe(false);
  });
});

describe("[M5] the writer", () => {
  const cars = [
    aCar(),
    anElectricTruck(),
    aCar({
      features: [],
      owners: null,
      accidentsReported: null,
      powerHp: null,
      cityMpg: null,
      trim: null,
      warranty: "asIs",
    }),
    aCar({ body: "van", seats: 8, features: ["powerSliding", "rearClimate", "captainChairs", "blindSpot"] }),
    aCar({ body: "sedan", powerHp: 382, drivetrain: "rwd" }),
    // Half a fact sheet, and a trim whose letters stand in many words.
    aCar({ trim: "SE", powerHp: null, cargoCubicFeet: null, rearLegroomInches: null, features: [], warranty: "asIs" }),
  ];

  it("says nothing that its own check refuses, in any language or channel, and keeps to the lengths", () => {
    for (const car of cars)
      for (const locale of ["en", "fr"] as const)
        for (const channel of textChannels) {
          const { store } = checking(car);
          const draft = writeDraft({ car, store, locale, channel });
          const result = checkText(draft, checking(car, channel));
          expect({
            draft,
            findings: result.findings,
            wrong: result.sentences.filter(({ verdict }) => verdict !== "supported"),
          }).toMatchObject({
            findings: [],
            wrong: [],
          });
          expect(wholeText(draft).length).toBeLessThanOrEqual(textLimits[channel].characters);
        }
  });

  it("writes the same for the same car, and not the same for its neighbour", () => {
    const { store } = checking(aCar());
    const write = (vin: string) => wholeText(writeDraft({ car: aCar({ vin }), store, locale: "en", channel: "page" }));
    expect(write("GNRUHAA35TK204419")).toBe(write("GNRUHAA35TK204419"));
    const texts = ["GNRUHAA35TK204419", "GNRUHAA35TK204420", "GNRUHAA35TK204421", "GNRUHAA35TK204422"].map(write);
    expect(new Set(texts).size).toBeGreaterThan(1);
  });

  it("knows a buyer for every kind of car", () => {
    expect(segments).toContain(segmentOf(aCar()));
    expect(segmentOf(anElectricTruck())).toBe("electric");
    expect(segmentOf(aCar({ body: "pickup" }))).toBe("truck");
  });

  it("never throws on a text, and never passes a figure that is no fact", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 999_999 }), fc.string(), (figure, noise) => {
        checkText({ title: noise, paragraphs: [noise] }, checking(aCar()));
        fc.pre(figure !== 58_240);
        expect(check(`It shows ${figure} miles.`).ok).toBe(false);
      }),
    );
  });
});
