import { addDays, plainDate } from "#machines/money/plain-date";
import { storePolicySchema } from "#machines/store/store-policy";
import { storeDate } from "#app/deals/store-date";
import { disclosureGaps } from "#app/descriptions/advertising-rules";
import { checkText, type FactCheck } from "#app/descriptions/fact-check";
import { groundsOf } from "#app/descriptions/grounds-of-record";
import { checkContext, currentText, readTexts, type StoredText } from "#app/descriptions/vehicle-texts.server";
import { textChannels, type TextChannel } from "#app/descriptions/vehicle-text";
import type { VehicleGrounds } from "#app/descriptions/vehicle-grounds";
import { readRecord, type StockRecord } from "#app/intake/stock-record.server";
import { carArtColours, carGallery, type CarBody } from "#prisma/seed/car-art/car-art-catalog";
import { now } from "#app/platform/clock.server";
import { shownPhotos } from "#app/vehicle-photos/shown-photos.server";
import { database } from "#app/platform/database.server";
import type { Locale } from "#app/ui/locale";
import type { MerchandisingSettings } from "./merchandising-settings";
import { merchandisingSettings } from "./merchandising-settings.server";
import { picturesOf } from "./vehicle-pictures.server";
import { missingFacts, type NeededFact } from "./public-vehicle";
import { qualityGate, type Gate } from "./quality-gate";

export interface CheckedText {
  locale: Locale;
  channel: TextChannel;
  text: StoredText;
  check: FactCheck;
}

/** Everything about one vehicle that a reviewer and an approval look at, read once. */
export interface VehicleDossier {
  record: StockRecord;
  car: VehicleGrounds;
  settings: MerchandisingSettings;
  allTexts: StoredText[];
  texts: CheckedText[];
  missing: NeededFact[];
  photos: number;
  /** A photo on the page, or on its way there, stands before a background that a machine put there. */
  hasNewBackground: boolean;
  gate: Gate;
}

/** Photos that an approval would put on a page that does not stand yet. */
async function photosToCome({ stockNumber }: StockRecord): Promise<{ count: number; hasNewBackground: boolean }> {
  const { rows } = await database().query<{ count: number; hasNewBackground: boolean }>(
    `select count(*) filter (where p."role" <> 'spin')::int as count,
            coalesce(bool_or(p."background" <> 'none'), false) as "hasNewBackground"
       from "VehiclePhoto" p
      where p."stockNumber" = $1 and p."state" = 'ready' and p."removedAt" is null
        and not exists (select 1 from "Vehicle" v where v."stockNumber" = p."stockNumber")`,
    [stockNumber],
  );
  return rows[0] ?? { count: 0, hasNewBackground: false };
}

/** The pictures of its page; while there is none and no photo waits either, those of a drawn body and colour. */
async function pictureCount(record: StockRecord, car: VehicleGrounds): Promise<number> {
  const kept = (await picturesOf(record.stockNumber)).length;
  if (kept > 0) return kept;
  const body = Object.keys(carArtColours).find((known) => known === car.body) as CarBody | undefined;
  const colour = body && carArtColours[body].find((known) => known === record.facts.colour?.[0]?.value);
  return body && colour ? carGallery(body, colour, "dark").length : 0;
}

async function checkedTexts(record: StockRecord, stored: readonly StoredText[]): Promise<CheckedText[]> {
  const checked: CheckedText[] = [];
  for (const channel of textChannels) {
    const context = await checkContext(record, channel);
    for (const locale of ["en", "fr"] as const) {
      const text = currentText(stored, locale, channel);
      if (text) checked.push({ locale, channel, text, check: checkText(text.content, context) });
    }
  }
  return checked;
}

export async function vehicleDossier(rooftopId: string, stockNumber: string): Promise<VehicleDossier | null> {
  const record = await readRecord(rooftopId, stockNumber);
  if (!record) return null;
  const rooftop = await database().prisma.rooftop.findUniqueOrThrow({ where: { id: rooftopId } });
  const policy = storePolicySchema.parse(rooftop.policy);
  const settings = await merchandisingSettings(rooftopId);
  const car = groundsOf(record);
  const allTexts = await readTexts(stockNumber);
  const texts = await checkedTexts(record, allTexts);
  const passes = (locale: Locale) =>
    texts.some((text) => text.locale === locale && text.channel === "page" && text.check.ok);
  const today = plainDate(storeDate(now(), policy.timeZone));
  const gaps = disclosureGaps({
    car,
    region: policy.address.region,
    priceBasis: { includesStoreFees: false, docFee: policy.docFee },
    location: `${policy.address.city}, ${policy.address.region}`,
    priceGoodThrough: addDays(today, policy.priceGuaranteeDays),
    hasFrenchText: passes("fr"),
  });
  const missing = missingFacts(car);
  const toCome = await photosToCome(record);
  const photos = toCome.count > 0 ? toCome.count : await pictureCount(record, car);
  const shown = (await shownPhotos()).photos.get(stockNumber) ?? [];
  const hasNewBackground =
    toCome.hasNewBackground ||
    shown.some(({ manifest }) => manifest.steps.some(({ step }) => step === "backgroundReplaced"));
  const gate = qualityGate({
    missing,
    gaps,
    photos,
    leastPhotos: settings.leastPhotos,
    texts: { en: passes("en"), fr: passes("fr") },
    recalls: record.recalls,
    condition: car.condition,
    featureCount: car.features.length,
    hasHistory: car.owners !== null && car.accidentsReported !== null,
    leastScore: settings.leastScore,
  });
  return { record, car, settings, allTexts, texts, missing, photos, hasNewBackground, gate };
}
