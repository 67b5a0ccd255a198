import type { DealView } from "#machines/deal/deal-view";
import type { Locale } from "#app/ui/locale";
import type { SensitiveFields } from "../sensitive-fields";

/** Something the store still owes the buyer, with its owner and its day. */
export interface OwedItem {
  what: string;
  by: string;
  due: string;
}

export interface RefusalOfCredit {
  creditor: string;
  creditorAddress: string;
  /** At least one, and specific: "internal policy" is none. */
  reasons: string[];
  agency: { name: string; address: string; phone: string } | null;
  /** The date on which the refusal was decided, "2026-11-28". */
  decidedOn: string;
}

export interface ConditionalDeliveryTerms {
  lender: string | null;
  /** The last day on which the store may find a lender, "2026-12-08". */
  deadline: string;
}

/** All that a form is drawn from: plain data, the same whoever draws it and wherever. */
export interface FormInput {
  /** Of everything on the form that is not a name. */
  locale: Locale;
  /** As the customer may have it: no form holds more. */
  view: DealView;
  /** ISO time that the form bears: of the freeze, else of the drawing. */
  drawnAt: string;
  coBuyer: string | null;
  /** Which trade, product or incentive the document is about. */
  about: string;
  /** The lender's name where the store tells it. */
  lender: string | null;
  /** There is no vault: the contract is one in ink, and this copy says so. */
  copyOnly: boolean;
  owed: OwedItem[];
  refusal: RefusalOfCredit | null;
  conditional: ConditionalDeliveryTerms | null;
  sensitive: SensitiveFields;
  /** Final by itself, whether or not the deal is frozen. */
  isFinal?: boolean;
}
