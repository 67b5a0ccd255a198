const said = { type: "string", minLength: 1 } as const;
const vin = { type: "string", pattern: "^[A-HJ-NPR-Z0-9]{17}$" } as const;
const money = { type: "string", pattern: "^\\d+\\.\\d{2} USD$" } as const;
const moneyOrNone = { type: "string", pattern: "^(\\d+\\.\\d{2} USD)?$" } as const;
const year = { type: "string", pattern: "^(19|20)\\d{2}$" } as const;
const https = { type: "string", pattern: '^https://[^\\s"<>]+$' } as const;
const upTo = (maxLength: number) => ({ type: "string", maxLength }) as const;
const yesNo = { enum: ["yes", "no"] } as const;
const condition = { enum: ["new", "used"] } as const;
/** No markup, no line ends. */
const plain = (maxLength: number) =>
  ({
    type: "string",
    minLength: 1,
    maxLength,
    pattern: "^[^\\n\\r\\t]*$",
    not: { pattern: "<[a-zA-Z/!][^>]*>" },
  }) as const;
const links = (most: number) =>
  ({ type: "string", pattern: `^(https://[^\\s,"]+(,https://[^\\s,"]+){0,${most - 1}})?$` }) as const;

const row = (properties: Record<string, object>, required: readonly string[]) => ({
  type: "object",
  properties,
  required: [...required],
  additionalProperties: false,
});

/** Merchant Center's vehicle ads: https://support.google.com/merchants/answer/11190075 and the pages beside it. */
export const googleAdsSchema = row(
  {
    id: { type: "string", minLength: 1, maxLength: 50 },
    VIN: vin,
    store_code: said,
    vehicle_fulfillment: { type: "string", pattern: "^(in_store|online|ship_to_store):.+$" },
    title: plain(150),
    description: plain(5_000),
    brand: said,
    model: said,
    trim: upTo(100),
    year,
    condition,
    "certified_pre-owned": yesNo,
    mileage: { type: "string", pattern: "^\\d+ (miles|km)$" },
    color: said,
    price: money,
    vehicle_msrp: moneyOrNone,
    image_link: https,
    additional_image_link: links(10),
    link: https,
    link_template: { type: "string", pattern: "^https://.*\\{store_code\\}" },
    google_product_category: { const: "916" },
    body_style: {
      enum: [
        "",
        "city_car",
        "compact_suv",
        "convertible",
        "coupe",
        "crossover",
        "full_size_van",
        "hatchback",
        "limousine",
        "minivan",
        "notchback",
        "sedan",
        "station_wagon",
        "suv",
        "truck",
        "ute",
      ],
    },
    engine: upTo(200),
    vehicle_option: upTo(5_000),
  },
  [
    "id",
    "VIN",
    "store_code",
    "vehicle_fulfillment",
    "brand",
    "model",
    "year",
    "condition",
    "mileage",
    "color",
    "price",
    "image_link",
    "link",
    "link_template",
    "google_product_category",
  ],
);

/** Free listings partner feed: https://developers.google.com/vehicle-listings */
export const googleListingsSchema = row(
  {
    vin,
    id: said,
    store_code: said,
    dealership_name: said,
    dealership_address: { type: "string", pattern: "^.+, .+, [A-Z]{2} .+, [A-Z]{2}$" },
    price: money,
    condition,
    make: said,
    model: said,
    year,
    trim: upTo(100),
    mileage: { type: "string", pattern: "^\\d+ (miles|km)$" },
    vehicle_msrp: moneyOrNone,
    image_link: https,
    additional_image_link: links(10),
    link: https,
    exterior_color: said,
    date_in_stock: { type: "string", pattern: "^\\d{4}-\\d{2}-\\d{2}$" },
    certified_pre_owned: yesNo,
  },
  [
    "vin",
    "store_code",
    "dealership_name",
    "dealership_address",
    "price",
    "condition",
    "make",
    "model",
    "year",
    "mileage",
  ],
);

const upper = (...values: string[]) => ({ enum: values });

/** Meta's automotive inventory catalogue, with the words of its official SDK. */
export const metaSchema = row(
  {
    vehicle_id: { type: "string", minLength: 1, maxLength: 100 },
    vin,
    title: plain(500),
    description: plain(5_000),
    url: https,
    make: said,
    model: said,
    year,
    trim: upTo(100),
    body_style: upper(
      "CONVERTIBLE",
      "COUPE",
      "CROSSOVER",
      "ESTATE",
      "GRANDTOURER",
      "HATCHBACK",
      "MINIBUS",
      "MINIVAN",
      "MPV",
      "NONE",
      "OTHER",
      "PICKUP",
      "ROADSTER",
      "SALOON",
      "SEDAN",
      "SMALL_CAR",
      "SPORTSCAR",
      "SUPERCAR",
      "SUPERMINI",
      "SUV",
      "TRUCK",
      "VAN",
      "WAGON",
    ),
    exterior_color: said,
    interior_color: upTo(100),
    price: money,
    state_of_vehicle: upper("NEW", "USED", "CPO"),
    "mileage.value": { type: "string", pattern: "^\\d+$" },
    "mileage.unit": upper("MI", "KM"),
    transmission: upper("AUTOMATIC", "MANUAL", "OTHER", "NONE"),
    drivetrain: upper("AWD", "FOUR_WD", "FWD", "RWD", "TWO_WD", "OTHER", "NONE"),
    fuel_type: upper("GASOLINE", "DIESEL", "ELECTRIC", "HYBRID", "PLUGIN_HYBRID", "FLEX", "PETROL", "OTHER", "NONE"),
    availability: upper("AVAILABLE", "NOT_AVAILABLE", "PENDING"),
    vehicle_type: { const: "CAR_TRUCK" },
    stock_number: said,
    date_first_on_lot: { type: "string", pattern: "^\\d{4}-\\d{2}-\\d{2}$" },
    dealer_id: said,
    dealer_name: said,
    address: said,
    latitude: { type: "string", pattern: "^-?\\d+(\\.\\d+)?$" },
    longitude: { type: "string", pattern: "^-?\\d+(\\.\\d+)?$" },
    image: said,
  },
  [
    "vehicle_id",
    "vin",
    "make",
    "model",
    "year",
    "body_style",
    "title",
    "description",
    "exterior_color",
    "price",
    "url",
    "state_of_vehicle",
    "mileage.value",
    "mileage.unit",
    "image",
    "address",
    "latitude",
    "longitude",
  ],
);

/** What stands in Meta's cells of JSON. */
export const metaImagesSchema = {
  type: "array",
  minItems: 1,
  maxItems: 20,
  items: {
    type: "object",
    properties: { url: https, tag: { type: "array", items: said } },
    required: ["url"],
    additionalProperties: false,
  },
};
export const metaAddressSchema = {
  type: "object",
  properties: {
    addr1: said,
    city: said,
    region: said,
    postal_code: said,
    country: { type: "string", pattern: "^[A-Z]{2}$" },
  },
  required: ["addr1", "city", "region", "country"],
  additionalProperties: false,
};

/** The export that listing sites take, under its common header. */
export const thirdPartySchema = row(
  {
    DealerID: said,
    StockNumber: said,
    VIN: vin,
    NewUsed: upper("N", "U"),
    Certified: upper("Y", "N"),
    Year: year,
    Make: said,
    Model: said,
    Trim: upTo(100),
    BodyStyle: upTo(40),
    Doors: { type: "string", pattern: "^\\d?$" },
    Transmission: upTo(200),
    Drivetrain: upTo(10),
    Engine: upTo(200),
    Cylinders: { type: "string", pattern: "^\\d{0,2}$" },
    FuelType: upTo(40),
    ExteriorColor: said,
    InteriorColor: upTo(100),
    Mileage: { type: "string", pattern: "^\\d+$" },
    Price: { type: "string", pattern: "^\\d+\\.\\d{2}$" },
    MSRP: { type: "string", pattern: "^(\\d+\\.\\d{2})?$" },
    DateInStock: { type: "string", pattern: "^\\d{4}-\\d{2}-\\d{2}$" },
    Description: plain(2_000),
    Options: upTo(5_000),
    ImageList: { type: "string", pattern: "^https://[^\\s|]+(\\|https://[^\\s|]+)*$" },
    VDPUrl: https,
    CityMPG: { type: "string", pattern: "^\\d*$" },
    HighwayMPG: { type: "string", pattern: "^\\d*$" },
    CarfaxURL: upTo(400),
  },
  ["DealerID", "StockNumber", "VIN", "NewUsed", "Year", "Make", "Model", "Mileage", "Price", "ImageList", "VDPUrl"],
);
