import type { VehicleSnapshot } from "#machines/store/vehicle-snapshot";
import type { CarColour } from "#prisma/seed/car-art/car-art-catalog";
import type { RooftopDress } from "#app/ui/root-data";
import type { SearchAnswer } from "./search-answer";
import type { PageCard } from "./stock-card";
import type { StoreFront } from "./store-front";

export interface StoreHome {
  store: StoreFront;
  rooftop: RooftopDress;
  total: number;
  bodies: { body: VehicleSnapshot["body"]; count: number; colour: CarColour }[];
  newest: PageCard[];
  usual: SearchAnswer["usual"];
  url: string;
}
