import type { Car, WithContext } from "schema-dts";
import type { VehicleSnapshot } from "#machines/store/vehicle-snapshot";

const drives = {
  fwd: "https://schema.org/FrontWheelDriveConfiguration",
  rwd: "https://schema.org/RearWheelDriveConfiguration",
  awd: "https://schema.org/AllWheelDriveConfiguration",
  "4wd": "https://schema.org/FourWheelDriveConfiguration",
} as const satisfies Record<VehicleSnapshot["drivetrain"], string>;
const fuels: Record<VehicleSnapshot["fuel"], string> = {
  gasoline: "Gasoline",
  hybrid: "Hybrid",
  pluginHybrid: "Plug-in hybrid",
  electric: "Electric",
  diesel: "Diesel",
};

export interface VehicleMarkup {
  url: string;
  name: string;
  images: string[];
  description: string;
  vin: string;
  stockNumber: string;
  condition: VehicleSnapshot["condition"];
  year: number;
  make: string;
  model: string;
  trim: string;
  body: string;
  fuel: VehicleSnapshot["fuel"];
  drivetrain: VehicleSnapshot["drivetrain"];
  colour: string;
  interior: string;
  mileage: number;
  transmission: string;
  engine: string;
  seats: number;
  /** Cents: the one total that only government charges exceed. */
  totalPrice: number;
  priceGoodThrough: string;
  isForSale: boolean;
  store: { name: string; phone: string; street: string; city: string; region: string; postcode: string; url: string };
}

const price = (cents: number) => (cents / 100).toFixed(2);

/** schema.org Car with its Offer, for engines and assistants that read it. */
export function vehicleMarkup(vehicle: VehicleMarkup): WithContext<Car> {
  const { store } = vehicle;
  return {
    "@context": "https://schema.org",
    "@type": "Car",
    name: vehicle.name,
    url: vehicle.url,
    image: vehicle.images,
    description: vehicle.description,
    sku: vehicle.stockNumber,
    brand: { "@type": "Brand", name: vehicle.make },
    model: vehicle.model,
    vehicleConfiguration: vehicle.trim,
    vehicleIdentificationNumber: vehicle.vin,
    vehicleModelDate: String(vehicle.year),
    itemCondition: vehicle.condition === "new" ? "https://schema.org/NewCondition" : "https://schema.org/UsedCondition",
    mileageFromOdometer: { "@type": "QuantitativeValue", value: vehicle.mileage, unitCode: "SMI" },
    color: vehicle.colour,
    vehicleInteriorColor: vehicle.interior,
    bodyType: vehicle.body,
    driveWheelConfiguration: drives[vehicle.drivetrain],
    vehicleTransmission: vehicle.transmission,
    vehicleEngine: { "@type": "EngineSpecification", name: vehicle.engine, fuelType: fuels[vehicle.fuel] },
    vehicleSeatingCapacity: vehicle.seats,
    offers: {
      "@type": "Offer",
      price: price(vehicle.totalPrice),
      priceCurrency: "USD",
      availability: vehicle.isForSale ? "https://schema.org/InStock" : "https://schema.org/SoldOut",
      priceValidUntil: vehicle.priceGoodThrough,
      url: vehicle.url,
      seller: {
        "@type": "AutoDealer",
        name: store.name,
        telephone: store.phone,
        url: store.url,
        address: {
          "@type": "PostalAddress",
          streetAddress: store.street,
          addressLocality: store.city,
          addressRegion: store.region,
          postalCode: store.postcode,
        },
      },
    },
  };
}

/**
 * JSON for the inside of a script element. A `</script>` in a description would end the element early, and U+2028 ends a
 * line in older parsers: both are written as escapes, which JSON reads back as they were.
 */
export const jsonLdText = (markup: object): string =>
  JSON.stringify(markup).replace(
    /[<>&\u2028\u2029]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
