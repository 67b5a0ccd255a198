import type { FeatureGroup } from "./feature-lexicon";
import type { StockCard } from "./stock-card";
import type { VehicleFacts } from "./vehicle-facts";

export interface FeatureBlock {
  group: FeatureGroup;
  names: string[];
}

/** A vehicle on its own page, in the reader's language. */
export interface VehicleDetails extends StockCard {
  vin: string;
  /** Where it was built, read from the VIN. */
  builtIn: string | null;
  illustration: boolean;
  engine: string;
  powerHp: number;
  transmission: string;
  seats: number;
  rearLegroomInches: number;
  cargoCubicFeet: number;
  towingPounds: number | null;
  features: FeatureBlock[];
  warranty: VehicleFacts["warranty"];
  history: VehicleFacts["history"];
  recalls: { checkedOn: string; open: { campaign: string; component: string; remedyAvailable: boolean }[] };
  windowSticker: {
    basePrice: number;
    options: { name: string; price: number }[];
    destination: number;
    msrp: number;
  } | null;
  description: string[];
  daysLive: number;
}
