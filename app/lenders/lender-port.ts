import type { LenderLeaseTerms, LenderStatus, LenderTerms, StipKind } from "#machines/deal/credit-slice";
import type { LenderProgramme } from "#machines/lending/lender-programme";
import type { DeclineReason } from "#machines/lending/decide-application";
import type { LenderStructure } from "#machines/lending/lender-structure";
import type { LentMethod } from "#machines/lending/lent-method";
import type { Cents } from "#machines/money/cents";

/** What an applicant stated, as a lender is sent it. Lives for one call and is written nowhere. */
export interface LenderApplicant {
  role: "buyer" | "coBuyer";
  fields: Record<string, string>;
  score: number;
}

export interface LenderRequest {
  submissionId: string;
  structure: LenderStructure;
  applicants: LenderApplicant[];
  monthlyIncome: Cents;
}

/** A lender's word: a decision, a counter, a comment. The same `externalId` is the same word. */
export interface LenderNews {
  reference: string;
  externalId: string;
  status: LenderStatus;
  amount: Cents | null;
  termMonths: number | null;
  payment: Cents | null;
  conditions: StipKind[];
  expiresAt: string | null;
  terms: Omit<LenderTerms, "reference" | "comment"> | null;
  /** Of a lease, in place of `terms`. */
  lease?: Omit<LenderLeaseTerms, "reference" | "comment"> | undefined;
  reasons: DeclineReason[];
  comment: string;
}

/** Words alone: nothing of the answer changes with them. */
export interface LenderComment {
  reference: string;
  externalId: string;
  comment: string;
}

export interface RehashRequest {
  amount: Cents | null;
  termMonths: number | null;
  waive: StipKind[];
  note: string;
}

/** What the store asks of a lender. Answers come later and through one door, `receiveLenderNews`. */
export interface LenderPort {
  code: string;
  name: string;
  /** Its rate sheets, for matching before anything is sent. */
  programmes: readonly LenderProgramme[];
  /** Asked again under the same submission, it answers the same reference. */
  submit(request: LenderRequest): Promise<{ reference: string }>;
  /** The newest word, for whoever missed a callback; null while there is none. */
  status(reference: string): Promise<LenderNews | null>;
  rehash(reference: string, change: RehashRequest, request: LenderRequest): Promise<void>;
  /** Words to whoever looks at the application; the same `id` is the same note. */
  note(reference: string, note: { id: string; text: string }): Promise<void>;
  withdraw(reference: string): Promise<void>;
  sendDocuments(
    reference: string,
    documents: readonly { kind: StipKind; contentType: string; bytes: Buffer }[],
  ): Promise<void>;
}

/** Whether a lender takes deals of this kind; one whose rate sheets nobody gave is not judged by them. */
export const takes = ({ programmes }: Pick<LenderPort, "programmes">, method: LentMethod): boolean =>
  programmes.length === 0 || programmes.some((programme) => programme.method === method);
