import type { Cents } from "#machines/money/cents";
import type { PaymentMethod } from "#machines/stages/finance";
import type { FniOption, FniProduct } from "#machines/store/store-policy";

/** What a product's price depends on. */
export interface RatingQuestion {
  product: Pick<FniProduct, "code" | "kind" | "provider" | "options">;
  vehicle: {
    vin: string;
    make: string;
    year: number;
    mileage: number;
    condition: "new" | "certified" | "used";
    msrp: Cents;
  };
  region: string;
  method: PaymentMethod;
  contractYear: number;
}

/** Who says what a product costs for a car: the provider's own rates, or the store's table of them. */
export interface RatingProvider {
  name: string;
  /** The options of the product with their prices for this car; their codes stay, for they may be answered already. */
  rate(question: RatingQuestion): Promise<FniOption[]>;
}
