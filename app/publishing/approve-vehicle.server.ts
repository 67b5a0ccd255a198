import { plainDate } from "#machines/money/plain-date";
import { storePolicySchema } from "#machines/store/store-policy";
import { storeDate } from "#app/deals/store-date";
import { noteStateChange, saveRecord, type StaffName, type StockRecord } from "#app/intake/stock-record.server";
import { reconTotal } from "#app/intake/recon-items";
import { stockChanged } from "#app/merchandising/stock-board.server";
import { vehicleFactsSchema } from "#app/merchandising/vehicle-facts";
import { now } from "#app/platform/clock.server";
import { database, type SqlExecutor } from "#app/platform/database.server";
import { enqueue } from "#app/platform/jobs.server";
import { showPhotos } from "#app/vehicle-photos/photo-acts.server";
import { photosChanged } from "#app/vehicle-photos/shown-photos.server";
import { syncChannels, syncChannelsOf } from "./sync-channels.server";
import { publicFacts } from "./public-vehicle";
import { vehicleDossier, type VehicleDossier } from "./vehicle-dossier.server";

export type ApprovalRefusal = "gone" | "gate" | "fourEyes" | "state" | "textsRefused" | "changed";

/** A car keeps every figure that was set beside merchandising: add-ons, incentives, residuals, the sticker. */
async function factsFor(tx: SqlExecutor, { record, car, texts }: VehicleDossier, timeZone: string) {
  const paragraphs = (locale: "en" | "fr") =>
    texts
      .find((text) => text.locale === locale && text.channel === "page")
      ?.text.content.paragraphs.map((paragraph) => paragraph.slice(0, 900))
      .slice(0, 6) ?? [];
  const evidence = { en: evidenceOf(car, texts, "en"), fr: evidenceOf(car, texts, "fr") };
  const made = publicFacts(
    car,
    { en: paragraphs("en"), fr: paragraphs("fr") },
    record.recalls,
    plainDate(storeDate(now(), timeZone)),
  );
  const { rows } = await tx.query<{ facts: unknown }>(`select "facts" from "Vehicle" where "stockNumber" = $1`, [
    record.stockNumber,
  ]);
  const known = rows[0] ? vehicleFactsSchema.safeParse(rows[0].facts).data : undefined;
  if (!known) return vehicleFactsSchema.parse({ ...made, evidence });
  return vehicleFactsSchema.parse({
    ...known,
    evidence,
    description: made.description,
    features: made.features,
    seats: made.seats,
    powerHp: made.powerHp,
    interior: made.interior,
    ...(record.recalls ? { recalls: made.recalls } : {}),
  });
}

const MOST_CLAIMS = 40;

/** Phrases of the page's text with who says so and since when; staff who stated a fact are the store to a reader. */
function evidenceOf(car: VehicleDossier["car"], texts: VehicleDossier["texts"], locale: "en" | "fr") {
  const page = texts.find((text) => text.locale === locale && text.channel === "page");
  const seen = new Set<string>();
  return (page?.check.claims ?? [])
    .flatMap(({ phrase, grounds }) => {
      const [evidence] = grounds.flatMap((name) => car.evidence[name] ?? []);
      if (!evidence || seen.has(phrase)) return [];
      seen.add(phrase);
      const by = evidence.source === "user" ? (locale === "fr" ? "Le magasin" : "The store") : evidence.note;
      return [{ phrase, source: `${by}, ${evidence.at.slice(0, 10)}` }];
    })
    .slice(0, MOST_CLAIMS);
}

async function putOnSale(tx: SqlExecutor, dossier: VehicleDossier, timeZone: string): Promise<void> {
  const { record, car } = dossier;
  const at = now().toISOString();
  const cost = {
    invoice: record.acquisitionCost ?? 0,
    vehicleCost: record.acquisitionCost ?? 0,
    pack: 0,
    recon: reconTotal(record.recon),
    holdback: 0,
  };
  const facts = await factsFor(tx, dossier, timeZone);
  const { rows } = await tx.query<{ sellingPrice: number }>(
    `select "sellingPrice" from "Vehicle" where "stockNumber" = $1`,
    [record.stockNumber],
  );
  const before = rows[0]?.sellingPrice;
  // The first time they come with the page; later a photo that was taken off must not come back by itself.
  if (before === undefined) await showPhotos(tx, record);
  await tx.query(
    `insert into "Vehicle" ("stockNumber","rooftopId","vin","condition","year","make","model","trim","body","fuel","drivetrain",
       "colour","mileage","sellingPrice","status","facts","cost","liveSince")
     values ($1,$2,$3,$4,$5,$6,$7,$8,$9,$10,$11,$12,$13,$14,'live',$15,$16,$17)
     on conflict ("stockNumber") do update set "condition" = excluded."condition", "year" = excluded."year",
       "make" = excluded."make", "model" = excluded."model", "trim" = excluded."trim", "body" = excluded."body",
       "fuel" = excluded."fuel", "drivetrain" = excluded."drivetrain", "colour" = excluded."colour",
       "mileage" = excluded."mileage", "sellingPrice" = excluded."sellingPrice", "facts" = excluded."facts",
       "status" = case when "Vehicle"."status" = 'sold' then 'live' else "Vehicle"."status" end`,
    [
      record.stockNumber,
      record.rooftopId,
      record.vin,
      car.condition,
      car.year,
      car.make,
      car.model,
      car.trim,
      car.body,
      car.fuel,
      car.drivetrain,
      record.facts.colour?.[0]?.value ?? "",
      car.mileage,
      car.price,
      JSON.stringify(facts),
      JSON.stringify(cost),
      at,
    ],
  );
  if (before !== car.price)
    await tx.query(`insert into "VehiclePriceChange" ("stockNumber","at","sellingPrice") values ($1,$2,$3)`, [
      record.stockNumber,
      at,
      car.price,
    ]);
}

/** Which steps a machine helped with, as the approval found them: a draft that a person edited was a machine's first. */
const assistedBy = ({ record, allTexts, hasNewBackground }: VehicleDossier): StockRecord["assisted"] => [
  ...record.assisted.filter((step) => step === "decode"),
  ...(allTexts.some(({ channel, origin }) => channel === "page" && origin !== "person") ? (["text"] as const) : []),
  ...(hasNewBackground ? (["photos"] as const) : []),
];

/**
 * One approval publishes everywhere: the texts are approved, the page stands with its finished photos, and every channel
 * has it at its next look.
 * All in one transaction; nothing is live that nobody approved.
 */
export async function approveVehicle(
  rooftopId: string,
  stockNumber: string,
  by: StaffName,
): Promise<ApprovalRefusal | null> {
  const dossier = await vehicleDossier(rooftopId, stockNumber);
  if (!dossier) return "gone";
  const { record, settings, texts, gate } = dossier;
  if (record.state !== "inReview" && record.state !== "approved") return "state";
  if (texts.some(({ check }) => !check.ok)) return "textsRefused";
  if (!gate.passes) return "gate";
  if (settings.fourEyes && texts.some(({ text }) => text.authorId === by.staffId)) return "fourEyes";
  const rooftop = await database().prisma.rooftop.findUniqueOrThrow({ where: { id: rooftopId } });
  const { timeZone } = storePolicySchema.parse(rooftop.policy);
  const at = now();
  const done = await database().transaction(async (tx) => {
    const live = {
      ...record,
      state: "live" as const,
      stateSince: at,
      assisted: assistedBy(dossier),
      score: gate.score,
    };
    if (!(await saveRecord(live, tx))) return false;
    await tx.query(
      `update "VehicleText" set "status" = 'approved', "reviewerId" = $2, "reviewerName" = $3, "reviewedAt" = $4
        where "id" = any($1::text[]) and "status" = 'draft'`,
      [texts.map(({ text }) => text.id), by.staffId, by.name, at.toISOString()],
    );
    await putOnSale(tx, dossier, timeZone);
    const change = { stockNumber, rooftopId, at, by };
    await noteStateChange(tx, { ...change, from: record.state, to: "approved" });
    await noteStateChange(tx, { ...change, from: "approved", to: "live" });
    await enqueue(syncChannels, { rooftopId, stockNumber }, { tx });
    return true;
  });
  if (!done) return "changed";
  stockChanged();
  photosChanged();
  await syncChannelsOf(rooftopId, stockNumber);
  return null;
}

/** Sends the texts back with a reason; the card stays in review, and its author sees why. */
export async function rejectTexts(
  rooftopId: string,
  stockNumber: string,
  reason: string,
  by: StaffName,
): Promise<boolean> {
  const { rows } = await database().query(
    `update "VehicleText" set "status" = 'rejected', "reason" = $3, "reviewerId" = $4, "reviewerName" = $5, "reviewedAt" = $6
      where "rooftopId" = $1 and "stockNumber" = $2 and "status" = 'draft' returning "id"`,
    [rooftopId, stockNumber, reason, by.staffId, by.name, now().toISOString()],
  );
  return rows.length > 0;
}
