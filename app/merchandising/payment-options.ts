export interface PaymentOption {
  /** As the address says it. */
  value: string;
  label: string;
}

/** What a shopper may choose beside a payment, worded. */
export interface PaymentOptions {
  down: PaymentOption[];
  term: PaymentOption[];
  /** Of a lease. */
  months: PaymentOption[];
  miles: PaymentOption[];
  credit: PaymentOption[];
}
