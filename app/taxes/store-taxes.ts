import type { StaffRole } from "#machines/store/actor";
import type { Cents } from "#machines/money/cents";
import type { JurisdictionId } from "#machines/rule-packs/jurisdictions";
import type {
  PackComponent,
  PackLease,
  RulePackPart,
  PartStatus,
  RulePackVersion,
} from "#machines/rule-packs/rule-pack-schema";
import type { LocalRateRow } from "./local-rates.server";

/** Who answers for a store's taxes. */
export const taxRoles: readonly StaffRole[] = ["controller", "generalManager", "admin"];

/** How a version stands for this store: its own word, the file's, or neither. */
export type PackStanding = "confirmed" | "verified" | "off";

export interface PlaceRow {
  id: JurisdictionId;
  code: string;
  country: "us" | "ca";
  en: string;
  fr: string;
  /** In force today; null where no version is. */
  inForce: VersionSummary | null;
}

export interface VersionSummary {
  version: string;
  standing: PackStanding;
  /** Null: stated by hand. */
  components: PackComponent[] | null;
  tradeCredit: RulePackVersion["tradeCredit"];
  rebateTaxable: boolean;
  docFee: RulePackVersion["docFee"];
  leaseMethod: PackLease["method"];
}

export interface ConfirmationRow {
  id: string;
  version: string;
  staffName: string;
  note: string;
  confirmedAt: string;
  governmentFees: { code: string; amount: number }[] | null;
  withdrawnAt: string | null;
  withdrawnBy: string | null;
  withdrawnNote: string | null;
}

/** One worked line of an example, by the core. */
export interface ExampleRow {
  about: "usual" | "trade" | "dear" | "used";
  sellingPrice: Cents;
  allowance: Cents;
  rebate: Cents;
  docFee: Cents;
  taxes: { name: string; base: Cents; ratePpm: number; tax: Cents }[];
  total: Cents;
}

export interface PlaceDetail {
  id: JurisdictionId;
  en: string;
  fr: string;
  versions: { version: string; validFrom: string; validTo: string | null; standing: PackStanding }[];
  shown: VersionSummary & {
    validFrom: string;
    validTo: string | null;
    reviewedOn: string;
    dateBasis: "contract" | "delivery";
    rule: { en: string; fr: string };
    source: string;
    parts: Record<RulePackPart, { status: PartStatus; note: string }>;
    lease: PackLease;
    used: boolean;
    cautions: { en: string; fr: string }[];
    examples: ExampleRow[];
    hasLocalPart: boolean;
  };
  confirmations: ConfirmationRow[];
  localRates: LocalRateRow[];
}

export interface StoreTaxesData {
  storeName: string;
  reader: { firstName: string; lastName: string };
  /** The store's own state or province: there its own rule holds until it confirms a pack. */
  ownPlace: JurisdictionId | null;
  ownRule: string;
  today: string;
  rows: PlaceRow[];
  detail: PlaceDetail | null;
  rooftop: { timeZone: string; accent: null };
}

/** What an act answered: done, or which field is wrong, or why not. */
export interface TaxActAnswer {
  act: string;
  problems: string[];
  refused: "there" | "unknown" | "full" | "gone" | null;
}
