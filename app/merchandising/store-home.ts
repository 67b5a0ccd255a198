import type { VehicleSnapshot } from "#machines/store/vehicle-snapshot";
import type { CarColour } from "#prisma/seed/car-art/car-art-catalog";
import type { RooftopDress } from "#app/ui/root-data";
import type { PageCard } from "./stock-card";
import type { homeMessages } from "./home-messages";
import type { PageHead, StoreFront } from "./store-front";

export type HomeWords = (typeof homeMessages)["fr"];

export interface StoreHome {
  store: StoreFront;
  rooftop: RooftopDress;
  /** Changes with anything the page shows, whoever asks. */
  version: string;
  head: PageHead;
  words: HomeWords;
  total: number;
  /** "All 58 cars in stock" */
  showAll: string;
  bodies: { body: VehicleSnapshot["body"]; name: string; count: number; colour: CarColour }[];
  newest: PageCard[];
  assumption: string | null;
}
