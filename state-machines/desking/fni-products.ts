import { type Cents, sum } from "../money/cents";

/** A product from the F&I menu at the price the customer accepted. */
export interface FniProduct {
  code: string;
  name: string;
  price: Cents;
  taxable: boolean;
}

/**
 * "What the customer added in the box": accepted products, and the part of them that is taxed.
 *
 *     total = Σ price        taxable = Σ price of the taxable ones
 *
 * Only sums. Whether a service contract or GAP is taxed differs by state and comes with the product.
 */
export function productTotals(products: readonly FniProduct[]): { total: Cents; taxable: Cents } {
  return {
    total: sum(products.map((product) => product.price)),
    taxable: sum(products.filter((product) => product.taxable).map((product) => product.price)),
  };
}
