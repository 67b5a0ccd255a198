import { writeCsv } from "#app/platform/csv-reader";
import { csvColumns, type CsvColumn, type MerchandisingSettings } from "../merchandising-settings";
import {
  dollars,
  plainText,
  sift,
  type Channel,
  type FeedReport,
  type FeedStore,
  type FeedVehicle,
} from "./feed-vehicle";

export interface FeedFile extends FeedReport {
  contentType: string;
  fileName: string;
  body: string;
}

const CARS_TRUCKS_VANS = "916";

const googleBodies: Readonly<Record<string, string>> = {
  suv: "suv",
  sedan: "sedan",
  hatch: "hatchback",
  pickup: "truck",
  van: "minivan",
  crossover: "crossover",
};
const isUsed = ({ condition }: FeedVehicle) => condition !== "new";

type Column = readonly [name: string, read: (vehicle: FeedVehicle, store: FeedStore) => string];

/** Google vehicle ads, primary feed of Merchant Center. No availability column: it is for cars built to order alone. */
const googleAdsColumns: readonly Column[] = [
  ["id", ({ stockNumber }) => stockNumber.slice(0, 50)],
  ["VIN", ({ vin }) => vin],
  ["store_code", (_, { storeCode }) => storeCode],
  ["vehicle_fulfillment", (_, { storeCode }) => `in_store:${storeCode}`],
  ["title", ({ title }) => plainText(title, 150)],
  ["description", ({ description }) => plainText(description, 5_000)],
  ["brand", ({ make }) => make],
  ["model", ({ model }) => model],
  ["trim", ({ trim }) => trim],
  ["year", ({ year }) => String(year)],
  ["condition", (vehicle) => (isUsed(vehicle) ? "used" : "new")],
  ["certified_pre-owned", ({ condition }) => (condition === "certified" ? "yes" : "no")],
  ["mileage", ({ mileage }) => `${mileage} miles`],
  ["color", ({ colour }) => colour],
  ["price", ({ price }) => `${dollars(price)} USD`],
  ["vehicle_msrp", (vehicle) => (isUsed(vehicle) ? "" : `${dollars(vehicle.msrp)} USD`)],
  ["image_link", ({ pictures }) => pictures[0] ?? ""],
  ["additional_image_link", ({ pictures }) => pictures.slice(1, 11).join(",")],
  ["link", ({ url }) => url],
  ["link_template", ({ url }) => `${url}?store={store_code}`],
  ["google_product_category", () => CARS_TRUCKS_VANS],
  ["body_style", ({ body }) => googleBodies[body] ?? ""],
  ["engine", ({ engine }) => engine],
  ["vehicle_option", ({ features }) => features.join(",")],
];

/** Google vehicle listings: the whole stock in one file, each time. */
const googleListingsColumns: readonly Column[] = [
  ["vin", ({ vin }) => vin],
  ["id", ({ stockNumber }) => stockNumber],
  ["store_code", (_, { storeCode }) => storeCode],
  ["dealership_name", (_, { name }) => name],
  [
    "dealership_address",
    (_, { street, city, region, postcode, country }) => `${street}, ${city}, ${region} ${postcode}, ${country}`,
  ],
  ["price", ({ price }) => `${dollars(price)} USD`],
  ["condition", (vehicle) => (isUsed(vehicle) ? "used" : "new")],
  ["make", ({ make }) => make],
  ["model", ({ model }) => model],
  ["year", ({ year }) => String(year)],
  ["trim", ({ trim }) => trim],
  ["mileage", ({ mileage }) => `${mileage} miles`],
  ["vehicle_msrp", (vehicle) => (isUsed(vehicle) ? "" : `${dollars(vehicle.msrp)} USD`)],
  ["image_link", ({ pictures }) => pictures[0] ?? ""],
  ["additional_image_link", ({ pictures }) => pictures.slice(1, 11).join(",")],
  ["link", ({ url }) => url],
  ["exterior_color", ({ colour }) => colour],
  ["date_in_stock", ({ inStockSince }) => inStockSince],
  ["certified_pre_owned", ({ condition }) => (condition === "certified" ? "yes" : "no")],
];

const metaBodies: Readonly<Record<string, string>> = {
  suv: "SUV",
  sedan: "SEDAN",
  hatch: "HATCHBACK",
  pickup: "PICKUP",
  van: "MINIVAN",
  crossover: "CROSSOVER",
};
const metaDrives: Readonly<Record<string, string>> = { awd: "AWD", "4wd": "FOUR_WD", fwd: "FWD", rwd: "RWD" };
const metaFuels: Readonly<Record<string, string>> = {
  gasoline: "GASOLINE",
  diesel: "DIESEL",
  electric: "ELECTRIC",
  hybrid: "HYBRID",
  pluginHybrid: "PLUGIN_HYBRID",
};
const metaStates = { new: "NEW", certified: "CPO", used: "USED" } as const;
const META_PICTURES = 20;

/** Meta's automotive inventory catalogue; two rows of one id would both be ignored. */
const metaColumns: readonly Column[] = [
  ["vehicle_id", ({ stockNumber }) => stockNumber.slice(0, 100)],
  ["vin", ({ vin }) => vin],
  ["title", ({ title }) => plainText(title, 500)],
  ["description", ({ description }) => plainText(description, 5_000)],
  ["url", ({ url }) => url],
  ["make", ({ make }) => make],
  ["model", ({ model }) => model],
  ["year", ({ year }) => String(year)],
  ["trim", ({ trim }) => trim],
  ["body_style", ({ body }) => metaBodies[body] ?? "OTHER"],
  ["exterior_color", ({ colour }) => colour],
  ["interior_color", ({ interior }) => interior],
  ["price", ({ price }) => `${dollars(price)} USD`],
  ["state_of_vehicle", ({ condition }) => metaStates[condition]],
  ["mileage.value", ({ mileage }) => String(mileage)],
  ["mileage.unit", () => "MI"],
  ["transmission", ({ transmission }) => (/manual/i.test(transmission) ? "MANUAL" : "AUTOMATIC")],
  ["drivetrain", ({ drivetrain }) => metaDrives[drivetrain] ?? "OTHER"],
  ["fuel_type", ({ fuel }) => metaFuels[fuel] ?? "OTHER"],
  ["availability", () => "AVAILABLE"],
  ["vehicle_type", () => "CAR_TRUCK"],
  ["stock_number", ({ stockNumber }) => stockNumber],
  ["date_first_on_lot", ({ inStockSince }) => inStockSince],
  ["dealer_id", (_, { dealerId }) => dealerId],
  ["dealer_name", (_, { name }) => name],
  [
    "address",
    (_, { street, city, region, postcode, country }) =>
      JSON.stringify({ addr1: street, city, region, postal_code: postcode, country }),
  ],
  ["latitude", (_, { place }) => String(place?.latitude ?? "")],
  ["longitude", (_, { place }) => String(place?.longitude ?? "")],
  [
    "image",
    ({ pictures }) => JSON.stringify(pictures.slice(0, META_PICTURES).map((url) => ({ url, tag: ["Exterior"] }))),
  ],
];

function table(
  channel: Channel,
  columns: readonly Column[],
  format: { separator: string; contentType: string; fileName: string },
  vehicles: readonly FeedVehicle[],
  store: FeedStore,
): FeedFile {
  const { rows, included, leftOut } = sift(channel, vehicles);
  const lines = [columns.map(([name]) => name), ...rows.map((row) => columns.map(([, read]) => read(row, store)))];
  const { separator, ...rest } = format;
  return { ...rest, included, leftOut, body: writeCsv(lines, separator) };
}

export const googleAdsFeed = (vehicles: readonly FeedVehicle[], store: FeedStore): FeedFile =>
  table(
    "googleAds",
    googleAdsColumns,
    { separator: "\t", contentType: "text/tab-separated-values; charset=utf-8", fileName: "google-vehicle-ads.tsv" },
    vehicles,
    store,
  );

export const googleListingsFeed = (vehicles: readonly FeedVehicle[], store: FeedStore): FeedFile =>
  table(
    "googleListings",
    googleListingsColumns,
    { separator: ",", contentType: "text/csv; charset=utf-8", fileName: "google-vehicle-listings.csv" },
    vehicles,
    store,
  );

export const metaFeed = (vehicles: readonly FeedVehicle[], store: FeedStore): FeedFile =>
  table(
    "meta",
    metaColumns,
    { separator: ",", contentType: "text/csv; charset=utf-8", fileName: "meta-catalog.csv" },
    vehicles,
    store,
  );

type CsvSettings = MerchandisingSettings["csv"];

const writtenDate = (iso: string, { dates }: CsvSettings) => {
  const [year, month, day] = iso.slice(0, 10).split("-");
  return dates === "us" ? `${month}/${day}/${year}` : `${year}-${month}-${day}`;
};

const thirdPartyCells: Readonly<
  Record<CsvColumn, (vehicle: FeedVehicle, store: FeedStore, settings: CsvSettings) => string>
> = {
  DealerID: (_, { dealerId }) => dealerId,
  StockNumber: ({ stockNumber }) => stockNumber,
  VIN: ({ vin }) => vin,
  NewUsed: (vehicle) => (isUsed(vehicle) ? "U" : "N"),
  Certified: ({ condition }) => (condition === "certified" ? "Y" : "N"),
  Year: ({ year }) => String(year),
  Make: ({ make }) => make,
  Model: ({ model }) => model,
  Trim: ({ trim }) => trim,
  BodyStyle: ({ body }) => metaBodies[body] ?? "",
  Doors: ({ doors }) => doors,
  Transmission: ({ transmission }) => transmission,
  Drivetrain: ({ drivetrain }) => drivetrain.toUpperCase(),
  Engine: ({ engine }) => engine,
  Cylinders: ({ cylinders }) => cylinders,
  FuelType: ({ fuel }) => fuel,
  ExteriorColor: ({ colour }) => colour,
  InteriorColor: ({ interior }) => interior,
  Mileage: ({ mileage }) => String(mileage),
  Price: ({ price }) => dollars(price),
  MSRP: (vehicle) => (isUsed(vehicle) ? "" : dollars(vehicle.msrp)),
  DateInStock: ({ inStockSince }, _, settings) => writtenDate(inStockSince, settings),
  Description: ({ thirdPartyText }) => plainText(thirdPartyText, 2_000),
  Options: ({ features }, _, { optionSeparator }) => features.join(optionSeparator),
  ImageList: ({ pictures }) => pictures.join("|"),
  VDPUrl: ({ url }) => url,
  CityMPG: ({ cityMpg }) => cityMpg,
  HighwayMPG: ({ highwayMpg }) => highwayMpg,
  CarfaxURL: () => "",
};

/** The export that listing sites take, as the store has agreed it with each. */
export function thirdPartyFeed(vehicles: readonly FeedVehicle[], store: FeedStore, settings: CsvSettings): FeedFile {
  const { rows, included, leftOut } = sift("thirdParty", vehicles);
  const columns = settings.columns.filter((name) => csvColumns.includes(name));
  const lines = [
    columns.map((name) => settings.names[name] ?? name),
    ...rows.map((row) => columns.map((name) => thirdPartyCells[name](row, store, settings))),
  ];
  return {
    contentType: "text/csv; charset=utf-8",
    fileName: "inventory.csv",
    included,
    leftOut,
    body: writeCsv(lines, settings.separator),
  };
}
