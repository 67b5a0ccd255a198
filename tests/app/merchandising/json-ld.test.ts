import { expect, test } from "vitest";
import { jsonLdText, vehicleMarkup, type VehicleMarkup } from "#app/merchandising/json-ld";

const vista: VehicleMarkup = {
  url: "https://lakeside.example/inventory/N2614",
  name: "2026 Norden Vista Hybrid XL",
  images: ["https://lakeside.example/vehicles/suv-lake/side-1600.webp"],
  description: "Plain text.",
  vin: "GNRUHAA35TK204419",
  stockNumber: "N2614",
  condition: "new",
  year: 2026,
  make: "Norden",
  model: "Vista Hybrid",
  trim: "XL",
  body: "SUV",
  fuel: "hybrid",
  drivetrain: "awd",
  colour: "Lake blue",
  interior: "Sand interior",
  mileage: 12,
  transmission: "Hybrid automatic (eCVT)",
  engine: "2.0 L hybrid four-cylinder",
  seats: 5,
  totalPrice: 3_636_270,
  priceGoodThrough: "2026-11-30",
  isForSale: true,
  store: {
    name: "Lakeside Motors",
    phone: "(217) 555-0142",
    street: "2140 Harbor Road",
    city: "Lakeside",
    region: "IL",
    postcode: "62104",
    url: "https://lakeside.example",
  },
};

test("a car with its offer: the total price, in dollars with cents", () => {
  expect(vehicleMarkup(vista)).toMatchObject({
    "@type": "Car",
    itemCondition: "https://schema.org/NewCondition",
    driveWheelConfiguration: "https://schema.org/AllWheelDriveConfiguration",
    offers: {
      price: "36362.70",
      priceCurrency: "USD",
      availability: "https://schema.org/InStock",
      seller: { "@type": "AutoDealer" },
    },
  });
  expect(vehicleMarkup({ ...vista, isForSale: false })).toMatchObject({
    offers: { availability: "https://schema.org/SoldOut" },
  });
});

test("nothing in a text can end the script element or begin a comment in it", () => {
  const evil = "</script><script>alert(1)</script><!-- & \u2028\u2029";
  const text = jsonLdText(vehicleMarkup({ ...vista, description: evil }));
  expect(text).not.toMatch(/[<>&\u2028\u2029]/);
  expect(JSON.parse(text)).toMatchObject({ description: evil });
});
