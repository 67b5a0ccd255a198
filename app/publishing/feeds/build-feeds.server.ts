import { z } from "zod";
import { storePolicySchema } from "#machines/store/store-policy";
import { storeDate } from "#app/deals/store-date";
import { vehicleTextContentSchema, wholeText } from "#app/descriptions/vehicle-text";
import { featureOf } from "#app/merchandising/feature-lexicon";
import { pageWorksheet } from "#app/merchandising/payment-estimate.server";
import { stockBoard, type StockBoard } from "#app/merchandising/stock-board.server";
import {
  parseStockVehicle,
  stockColumns,
  vehicleName,
  type StockVehicle,
} from "#app/merchandising/stock-vehicle.server";
import { carColourNames, carInteriorNames } from "#prisma/seed/car-art/car-art-catalog";
import { now } from "#app/platform/clock.server";
import { database } from "#app/platform/database.server";
import { env } from "#app/platform/env.server";
import { log } from "#app/platform/log.server";
import { formatMoney } from "#app/ui/format";
import type { MerchandisingSettings } from "../merchandising-settings";
import { merchandisingSettings } from "../merchandising-settings.server";
import { picturesOf, widePictureOf } from "../vehicle-pictures.server";
import { isLifecycleState } from "../vehicle-lifecycle";
import { googleAdsFeed, googleListingsFeed, metaFeed, thirdPartyFeed, type FeedFile } from "./feed-files";
import { emailFeed, socialFeed } from "./feed-markup";
import { channels, sift, type Channel, type FeedStore, type FeedVehicle } from "./feed-vehicle";

export const feedChannels = ["googleAds", "googleListings", "meta", "thirdParty", "social", "email"] as const;
export type FeedChannel = (typeof feedChannels)[number];

const placeOf = ({ latitude, longitude }: MerchandisingSettings): FeedStore["place"] =>
  latitude === null || longitude === null ? null : { latitude, longitude };

/** The store as feeds name it. */
export async function feedStore(rooftopId: string): Promise<FeedStore> {
  const rooftop = await database().prisma.rooftop.findUniqueOrThrow({ where: { id: rooftopId } });
  const policy = storePolicySchema.parse(rooftop.policy);
  const settings = await merchandisingSettings(rooftopId);
  return {
    name: policy.name,
    ...policy.address,
    country: "US",
    phone: policy.phone,
    url: env.PUBLIC_URL,
    storeCode: settings.storeCode,
    dealerId: settings.dealerId,
    place: placeOf(settings),
    priceBasis: `Price before tax, title and registration. Documentation fee of ${formatMoney(policy.docFee, "en")} included.`,
  };
}

interface TextRow {
  stockNumber: string;
  channel: string;
  content: unknown;
}

const key = (stockNumber: string, channel: string) => `${stockNumber}/${channel}`;

async function approvedTexts(rooftopId: string) {
  const { rows } = await database().query<TextRow>(
    `select distinct on ("stockNumber", "channel") "stockNumber", "channel", "content" from "VehicleText"
      where "rooftopId" = $1 and "locale" = 'en' and "status" = 'approved'
      order by "stockNumber", "channel", "version" desc`,
    [rooftopId],
  );
  return new Map(rows.map((row) => [key(row.stockNumber, row.channel), vehicleTextContentSchema.parse(row.content)]));
}

const standingSchema = z.object({ stockNumber: z.string(), state: z.string(), takenDown: z.array(z.enum(channels)) });

async function standings(rooftopId: string) {
  const { rows } = await database().query(
    `select m."stockNumber", m."state", coalesce(array_agg(c."channel") filter (where c."state" = 'takenDown'), '{}') as "takenDown"
       from "MerchandisedVehicle" m left join "ChannelListing" c on c."stockNumber" = m."stockNumber"
      where m."rooftopId" = $1 group by m."stockNumber", m."state"`,
    [rooftopId],
  );
  return new Map(rows.map((row) => standingSchema.parse(row)).map((row) => [row.stockNumber, row]));
}

/** Vehicles that have or had a page, as feeds take them. What cannot be read is logged and told of nowhere. */
export async function feedVehicles(rooftopId: string, only?: string): Promise<FeedVehicle[]> {
  const { rows } = await database().query(
    `select ${stockColumns}, xmin::text as "rowVersion", exists(
        select 1 from "VehicleHold" h where h."stockNumber" = "Vehicle"."stockNumber" and h."releasedAt" is null) as "hasHold"
       from "Vehicle" where "rooftopId" = $1 and ($2::text is null or "stockNumber" = $2)
        and "status" in ('live', 'held', 'sold')`,
    [rooftopId, only ?? null],
  );
  const [texts, states] = [await approvedTexts(rooftopId), await standings(rooftopId)];
  const board = await stockBoard();
  const isPlaced = placeOf(await merchandisingSettings(rooftopId)) !== null;
  const vehicles: FeedVehicle[] = [];
  for (const row of rows) {
    try {
      const vehicle = parseStockVehicle(rooftopId, row);
      const { state, takenDown } = states.get(vehicle.stockNumber) ?? { state: vehicle.status, takenDown: [] };
      const isHeld = (row as { hasHold?: boolean }).hasHold === true && vehicle.status === "live";
      vehicles.push({
        ...feedVehicle(vehicle, texts),
        isPlaced,
        price: totalPrice(board, vehicle),
        pictures: await picturesOf(vehicle.stockNumber, { ...vehicle, interior: vehicle.facts.interior }),
        widePicture: await widePictureOf(vehicle.stockNumber),
        ...(isHeld ? { status: "held" as const } : {}),
        lifecycle: isLifecycleState(state) ? state : "live",
        takenDown,
      });
    } catch (error) {
      log.error({ err: error }, "a vehicle cannot be told to a feed");
    }
  }
  return vehicles;
}

/** A feed's price is the page's own total, to the cent: a shopper who follows one finds the other. */
function totalPrice(board: StockBoard | null, vehicle: StockVehicle): number {
  if (board?.rooftopId !== vehicle.rooftopId || vehicle.sellingPrice <= 0) return vehicle.sellingPrice;
  // What the page worked out already is not worked out again while the car's row stands.
  const known = board.byStockNumber.get(vehicle.stockNumber);
  return pageWorksheet(board, known?.rowVersion === vehicle.rowVersion ? known : vehicle).totalPrice;
}

type Told = Omit<FeedVehicle, "isPlaced" | "lifecycle" | "takenDown" | "price" | "pictures" | "widePicture">;

function feedVehicle(vehicle: StockVehicle, texts: Awaited<ReturnType<typeof approvedTexts>>): Told {
  const { facts } = vehicle;
  const { economy } = facts;
  const text = (channel: string) => texts.get(key(vehicle.stockNumber, channel));
  const mpg = economy.kind === "fuel" || economy.kind === "plugIn" ? economy : null;
  const description = facts.description.en.join(" ");
  const email = text("email");
  const engine = facts.engine.en;
  return {
    stockNumber: vehicle.stockNumber,
    vin: vehicle.vin,
    condition: vehicle.condition,
    year: vehicle.year,
    make: vehicle.make,
    model: vehicle.model,
    trim: vehicle.trim,
    body: vehicle.body,
    fuel: vehicle.fuel,
    drivetrain: vehicle.drivetrain,
    colour: Object.entries(carColourNames).find(([code]) => code === vehicle.colour)?.[1].en ?? vehicle.colour,
    interior: carInteriorNames[facts.interior].en,
    mileage: vehicle.mileage,
    engine,
    cylinders: /(\d+)-cylinder|\bV(\d+)\b/i.exec(engine)?.slice(1).find(Boolean) ?? "",
    transmission: facts.transmission.en,
    doors: "",
    seats: facts.seats,
    cityMpg: mpg ? String(mpg.city) : "",
    highwayMpg: mpg ? String(mpg.highway) : "",
    features: facts.features.flatMap((code) => featureOf(code)?.en ?? []),
    title: vehicleName(vehicle),
    description,
    thirdPartyText: text("thirdParty")?.paragraphs.join(" ") ?? description,
    socialText: text("social") ? wholeText(text("social") ?? { title: "", paragraphs: [] }) : "",
    emailSubject: email?.title ?? "",
    emailText: email?.paragraphs.join(" ") ?? "",
    msrp: facts.msrp,
    url: `${env.PUBLIC_URL}/inventory/${vehicle.stockNumber}`,
    inStockSince: storeDate(vehicle.liveSince, "UTC"),
    changedAt: now().toISOString(),
    status: vehicle.status,
  };
}

/** One channel's file, with the report of what is left out of it. */
export async function buildFeed(rooftopId: string, channel: FeedChannel): Promise<FeedFile> {
  const [vehicles, store] = [await feedVehicles(rooftopId), await feedStore(rooftopId)];
  switch (channel) {
    case "googleAds":
      return googleAdsFeed(vehicles, store);
    case "googleListings":
      return googleListingsFeed(vehicles, store);
    case "meta":
      return metaFeed(vehicles, store);
    case "thirdParty":
      return thirdPartyFeed(vehicles, store, (await merchandisingSettings(rooftopId)).csv);
    case "social":
      return socialFeed(vehicles, store);
    case "email":
      return emailFeed(vehicles, store);
  }
}

/** Every channel's report, without the files. */
export async function feedReports(rooftopId: string) {
  const vehicles = await feedVehicles(rooftopId);
  return channels.map((channel: Channel) => {
    const { included, leftOut } = sift(channel, vehicles);
    return { channel, included, leftOut };
  });
}
