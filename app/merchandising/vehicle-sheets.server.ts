import { decodeVin } from "./decode-vin";
import { featureGroups, featureOf } from "./feature-lexicon";
import type { StockVehicle } from "./stock-vehicle.server";
import type { SheetRow, VehicleSheets } from "./vehicle-sheets";
import { sentenceCase, type Writer } from "./writer.server";

/** Each cover the car comes with, the longest-lived first; none when it is sold as is. */
export function warrantyRows({ facts: { warranty } }: StockVehicle, { t, miles }: Writer): SheetRow[] {
  const { basis, basic, powertrain, battery } = warranty;
  const value = (cover: { months: number; miles: number }) =>
    cover.months % 12 === 0
      ? t("warranty.years", { years: cover.months / 12, miles: miles(cover.miles) })
      : t("warranty.months", { months: cover.months, miles: miles(cover.miles) });
  const isLeft = basis === "factoryRemainder";
  const powertrainName =
    basis === "store" ? t("warranty.store") : t(isLeft ? "warranty.powertrainLeft" : "warranty.powertrain");
  const basicName =
    basis === "certified" ? t("warranty.certified") : t(isLeft ? "warranty.basicLeft" : "warranty.basic");
  return [
    ...(powertrain ? [[powertrainName, value(powertrain)] as const] : []),
    ...(basic ? [[basicName, value(basic)] as const] : []),
    ...(battery ? [[t("warranty.battery"), value(battery)] as const] : []),
  ];
}

function aboutSheet(vehicle: StockVehicle, writer: Writer): VehicleSheets["about"] {
  const { t, words, locale } = writer;
  const { facts } = vehicle;
  const vin = decodeVin(vehicle.vin);
  const warranty = warrantyRows(vehicle, writer);
  return {
    title: t("about"),
    paragraphs: facts.description[locale],
    evidence:
      facts.evidence && facts.evidence[locale].length > 0
        ? {
            title: words("evidence"),
            rows: facts.evidence[locale].map(({ phrase, source }) => [phrase, source] as const),
          }
        : null,
    rows: [
      [
        t("engine"),
        facts.powerHp === null
          ? facts.engine[locale]
          : t("facts.power", { engine: facts.engine[locale], hp: facts.powerHp }),
      ],
      [t("transmission"), sentenceCase(facts.transmission[locale])],
      [t("drive"), words(`drivetrain.${vehicle.drivetrain}`)],
      ...(facts.cargoCubicFeet === null
        ? []
        : [[t("cargo"), t("cargoValue", { count: facts.cargoCubicFeet })] as const]),
      ...(facts.towingPounds === null ? [] : [[t("towing"), t("towingValue", { count: facts.towingPounds })] as const]),
      [t("stock"), vehicle.stockNumber],
      [t("vin"), vehicle.vin],
      ...(vin.ok && vin.plant ? [[t("built"), vin.plant] as const] : []),
    ],
    warrantyTitle: t("warranty.heading"),
    warranty,
    warrantyNotes: [
      ...(warranty.length > 0 ? [] : [`${t("warranty.asIs")}, ${t("warranty.asIsNote")}.`]),
      ...(vehicle.condition === "new" ? [] : [t("warranty.buyersGuide")]),
    ],
  };
}

function featureSheet({ facts }: StockVehicle, { t, locale }: Writer): VehicleSheets["features"] {
  const features = facts.features.flatMap((code) => featureOf(code) ?? []);
  return {
    title: t("features"),
    groups: featureGroups.flatMap((group) => {
      const names = features.filter((feature) => feature.group === group).map((feature) => feature[locale]);
      return names.length > 0 ? [{ name: t(`group.${group}`), features: names }] : [];
    }),
  };
}

function historyRows({ facts: { history } }: StockVehicle, { t, date, number }: Writer): SheetRow[] {
  if (!history) return [];
  const { owners, accidentsReported, titleIsClean, keys, tireDepth32nds, inspectionPoints, inspectedOn } = history;
  return [
    [t("history.owners"), number(owners)],
    [t("history.accidents"), accidentsReported === 0 ? t("history.noAccidents") : number(accidentsReported)],
    [t("history.title"), t(titleIsClean ? "history.clean" : "history.branded")],
    [t("history.keys"), number(keys)],
    [t("history.tires"), t("history.tireValue", { depth: tireDepth32nds })],
    [t("history.inspected"), t("history.inspectedValue", { count: inspectionPoints, date: date(inspectedOn) })],
  ];
}

function historySheet(vehicle: StockVehicle, writer: Writer): VehicleSheets["history"] {
  const { t, date, locale } = writer;
  const { history, recalls } = vehicle.facts;
  return {
    title: t(history ? "history.heading" : "history.newHeading"),
    rows: historyRows(vehicle, writer),
    source: history && t("history.source", { source: history.source, date: date(history.checkedOn) }),
    recalls:
      recalls.open.length === 0
        ? {
            isClear: recalls.checkedOn !== null,
            texts: recalls.checkedOn === null ? [] : [t("history.noRecalls", { date: date(recalls.checkedOn) })],
          }
        : {
            isClear: false,
            texts: recalls.open.map(({ component, campaign, remedyAvailable }) =>
              t("history.recall", {
                component: component[locale],
                campaign,
                remedy: t(remedyAvailable ? "history.remedy" : "history.noRemedy"),
              }),
            ),
          },
  };
}

function stickerSheet({ facts }: StockVehicle, { t, money, locale }: Writer): VehicleSheets["sticker"] {
  const { windowSticker: sticker, msrp } = facts;
  if (!sticker) return null;
  return {
    title: t("sticker.heading"),
    note: t("sticker.note"),
    rows: [
      [t("sticker.base"), money(sticker.basePrice)],
      ...sticker.options.map(({ name, price }) => [name[locale], money(price)] as const),
      [t("sticker.destination"), money(sticker.destination)],
      [t("sticker.total"), money(msrp)],
    ],
  };
}

/** The sheets of a vehicle's page, each claim with its source and its day. */
export const vehicleSheets = (vehicle: StockVehicle, writer: Writer): VehicleSheets => ({
  about: aboutSheet(vehicle, writer),
  features: featureSheet(vehicle, writer),
  history: historySheet(vehicle, writer),
  sticker: stickerSheet(vehicle, writer),
});
