export interface PromiseRow {
  label: string;
  value: string;
  /** A result: what the rows before it come to. */
  isResult?: boolean;
}

export interface PromiseSection {
  title: string;
  rows: PromiseRow[];
}

/** A promise in words and figures, the same for its paper and its page. */
export interface PromiseSheet {
  number: string;
  code: string;
  title: string;
  lead: string;
  car: string;
  about: string;
  vin: string;
  sections: PromiseSection[];
  notes: string[];
  stamp: string;
}
