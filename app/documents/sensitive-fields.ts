/**
 * What a document shows of somebody's credit file. It never stands in an event or on a card: it comes from where it is
 * kept encrypted, for the moment a document is drawn.
 */
export interface SensitiveFields {
  /** Label and value, in the order of the form; nothing where nobody applied. */
  applicant: { label: string; value: string }[];
  /** For the score notice; null where no score was used. */
  score: { value: string; range: string; asOf: string; agency: string; factors: string[] } | null;
  /** There is something, and this rendering does not say it: values stand in the sealed one alone. */
  withheld?: boolean;
}

export const noSensitiveFields: SensitiveFields = { applicant: [], score: null };

/**
 * - `sealed`: the copy that is kept encrypted, shown to its own signer and opened for finance with a reason.
 * - `open`: a draft or a look at it, which says that values were stated and not one of them.
 */
export type Rendering = "sealed" | "open";
