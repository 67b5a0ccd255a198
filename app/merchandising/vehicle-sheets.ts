/** A line of a sheet: its name and its value, both in the reader's words. */
export type SheetRow = readonly [name: string, value: string];

export const factIcons = [
  "miles",
  "fuel",
  "charge",
  "drive",
  "seats",
  "clear",
  "recall",
  "days",
  "sticker",
  "inspection",
  "warranty",
] as const;
export type FactIcon = (typeof factIcons)[number];

export interface Fact {
  icon: FactIcon;
  title: string;
  note: string;
  /** A place further down that says more. */
  to?: string;
}

/** Everything below the price, written by the server: the browser only lays it out. */
export interface VehicleSheets {
  about: {
    title: string;
    paragraphs: string[];
    /** What stands behind each phrase; null for a text from before phrases were linked. */
    evidence: { title: string; rows: SheetRow[] } | null;
    rows: SheetRow[];
    warrantyTitle: string;
    warranty: SheetRow[];
    warrantyNotes: string[];
  };
  features: { title: string; groups: { name: string; features: string[] }[] };
  history: { title: string; rows: SheetRow[]; source: string | null; recalls: { isClear: boolean; texts: string[] } };
  /** The last row is the total. */
  sticker: { title: string; note: string; rows: SheetRow[] } | null;
}
