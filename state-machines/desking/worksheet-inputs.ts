import type { Cents } from "../money/cents";
import type { PlainDate } from "../money/plain-date";
import type { Ppm } from "../money/rate";
import type { PrepaidFinanceCharge } from "./amount-financed";
import type { FniProduct } from "./fni-products";
import type { LeaseMode, MultipleSecurityDeposits } from "./lease-payment";
import type { PaymentMethod } from "./period-growth";
import type { PriceInputs } from "./price";
import type { FinalPayment } from "./retail-payment";
import type { TaxOverride } from "./charged-fees";
import type { TaxRule } from "./taxes-and-fees";
import type { Trade } from "./trade-equity";

/** Everything a desk states about a deal. The worksheet is a pure function of it. */
export interface WorksheetInputs {
  contractDate: PlainDate;
  price: PriceInputs;
  tax: TaxRule;
  /** Taxes and government fees that a manager stated by hand, each in place of what the rule gives. */
  taxOverrides?: TaxOverride[];
  /** Up to three cars; empty while there is no trade or it is deferred. */
  trades: Trade[];
  /** The products the customer accepted. */
  products: FniProduct[];
  /** The customer's cash, any deposit included. */
  cashDown: Cents;
  method: "cash" | "finance" | "lease";
  finance: FinanceTerms;
  /** Null when this vehicle cannot be leased. */
  lease: LeaseTerms | null;
}

export interface FinanceTerms {
  termMonths: number;
  contractRate: Ppm;
  firstPaymentDate: PlainDate;
  paymentMethod: PaymentMethod;
  finalPayment: FinalPayment;
  /** A lender's or store's charge that only a credit customer pays; none unless stated. */
  prepaidFinanceCharge?: PrepaidFinanceCharge | null;
  /** The last payment, in place of a regular one, where the lender writes balloon contracts. */
  balloon?: Cents | null;
}

export interface LeaseTerms {
  /** Month by month unless stated: a one-pay lease is paid once, at signing. */
  mode?: LeaseMode;
  termMonths: number;
  milesPerYear: number;
  /** Share of the MSRP, for these months and miles. */
  residualRate: Ppm;
  moneyFactor: Ppm;
  acquisitionFee: Cents;
  dispositionFee: Cents;
  securityDeposit: Cents;
  /** Whole dollars unless the lessor publishes cents. */
  residualRounding?: "dollar" | "cent";
  multipleSecurityDeposits?: MultipleSecurityDeposits | null;
}
