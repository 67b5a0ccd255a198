import type { RooftopDress } from "#app/ui/root-data";
import type { PaymentEstimate } from "./payment-estimate";
import type { PaymentChoices, PaymentWish } from "./payment-wish";
import type { PriceStack } from "./price-stack";
import type { SimilarCard } from "./stock-card";
import type { StoreFront } from "./store-front";
import type { VehicleDetails } from "./vehicle-details";

interface InStore {
  store: StoreFront;
  rooftop: RooftopDress;
  similar: SimilarCard[];
  /** How many of its body style are in stock. */
  sameBody: number;
}

/** Everything the page of a live or held vehicle is drawn from. */
export interface VehiclePage extends InStore {
  kind: "vehicle";
  vehicle: VehicleDetails;
  price: PriceStack;
  /** Open deals about this vehicle. */
  lookers: number;
  choices: PaymentChoices;
  wish: PaymentWish;
  estimate: PaymentEstimate;
  jsonLd: string;
  /** Its one address, for links and for those who index. */
  url: string;
}

/** What is left of a vehicle that is gone: its name, and where to look instead. */
export interface SoldPage extends InStore {
  kind: "sold";
  vehicle: Pick<VehicleDetails, "stockNumber" | "year" | "make" | "model" | "trim" | "body">;
}
