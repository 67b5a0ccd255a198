import type { RooftopDress } from "#app/ui/root-data";
import type { PaymentEstimate } from "./payment-estimate";
import type { PaymentChoices, PaymentWish } from "./payment-wish";
import type { PriceStack } from "./price-stack";
import type { PageCard, StockCard } from "./stock-card";
import type { StoreFront } from "./store-front";
import type { Fact, VehicleSheets } from "./vehicle-sheets";

interface InStore {
  store: StoreFront;
  rooftop: RooftopDress;
  similar: PageCard[];
  /** How many of its body style are in stock. */
  sameBody: number;
}

/** Everything the page of a live or held vehicle is drawn from. */
export interface VehiclePage extends InStore {
  kind: "vehicle";
  vehicle: Omit<StockCard, "monthly" | "priceDrop" | "totalPrice"> & { name: string; vin: string; illustration: boolean };
  facts: Fact[];
  sheets: VehicleSheets;
  price: PriceStack;
  /** Open deals about this vehicle. */
  lookers: number;
  choices: PaymentChoices;
  wish: PaymentWish;
  estimate: PaymentEstimate;
  /** What the law wants said beside it. */
  disclosure: string | null;
  jsonLd: string;
  /** Its one address, for links and for those who index. */
  url: string;
}

/** What is left of a vehicle that is gone: its name, and where to look instead. */
export interface SoldPage extends InStore {
  kind: "sold";
  vehicle: Pick<StockCard, "stockNumber" | "body"> & { name: string };
}
