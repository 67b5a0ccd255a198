import { type Cents, cents } from "../money/cents";
import { Exact } from "../money/exact-decimal";
import { type Ppm, rateOf } from "../money/rate";
import type { FinanceOptions } from "../stages/finance";
import type { StorePolicy } from "../store/store-policy";
import { type Refusal, refuse } from "./deal-refusals";

type Offers = Pick<StorePolicy, "financeOptions">;

/** "A round sum at the end": the share of the selling price, down to the whole dollar. */
export const balloonOf = (sellingPrice: Cents, share: Ppm): Cents =>
  cents(new Exact(sellingPrice).times(rateOf(share)).div(100).floor().times(100).toNumber());

/** What of a plain contract may be otherwise is the store's to say; the plain one always stands. */
export function optionsAreOffered({ store }: { store: Offers }, asked: FinanceOptions): Refusal | null {
  const offers = store.financeOptions;
  const fits: [field: keyof FinanceOptions, isPlain: boolean, offered: readonly number[]][] = [
    ["firstPaymentMonths", asked.firstPaymentMonths === 1, offers?.firstPaymentMonths ?? []],
    ["balloonShare", asked.balloonShare === 0, offers?.balloonShares ?? []],
    ["securityDeposits", asked.securityDeposits === 0, offers?.securityDeposits?.counts ?? []],
  ];
  const broken = fits.find(([field, isPlain, offered]) => !isPlain && !offered.includes(asked[field]));
  return broken ? refuse("termNotOffered", undefined, broken[0]) : null;
}

/** Deposits beside the plain one, as the lessor's programme counts them. */
export function depositsOf(store: Offers, { securityDeposits: count }: FinanceOptions) {
  const programme = store.financeOptions?.securityDeposits;
  if (!programme || count === 0) return {};
  const { moneyFactorReductionEach, roundUpTo } = programme;
  return { multipleSecurityDeposits: { count, moneyFactorReductionEach, roundUpTo } };
}
