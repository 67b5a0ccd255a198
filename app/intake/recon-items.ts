import { z } from "zod";
import { cents } from "#machines/money/cents";
import { centsSchema } from "#machines/money/stored-value";
import { factValue, type FactSheet } from "./fact-sheet";
import { reconKinds, reconStates, type ReconKind } from "./recon-kinds";
import { unsettledRecalls, type RecallCheck } from "./recall-check";

export const reconItemSchema = z.strictObject({
  id: z.string().max(40),
  kind: z.enum(reconKinds),
  note: z.string().max(400),
  cost: centsSchema,
  days: z.int().min(0).max(90),
  state: z.enum(reconStates),
  /** Why it was suggested, as a code with its figure; null for what a person wrote. */
  because: z.strictObject({ rule: z.string().max(40), figure: z.string().max(40) }).nullable(),
  by: z.string().max(160),
});
export type ReconItem = z.infer<typeof reconItemSchema>;

interface Usual {
  dollars: number;
  days: number;
}
/** What such work costs and takes where the store has no history of its own. */
const usual: Readonly<Record<Exclude<ReconKind, "other">, Usual>> = {
  service: { dollars: 260, days: 1 },
  tires: { dollars: 780, days: 1 },
  brakes: { dollars: 420, days: 1 },
  recall: { dollars: 0, days: 2 },
  secondKey: { dollars: 240, days: 2 },
  detail: { dollars: 180, days: 1 },
  body: { dollars: 600, days: 3 },
};

/** A service is due every so many miles, and within so many before it is done at once. */
const SERVICE_MILES = 30_000;
const SERVICE_NEAR = 4_000;
const BRAKE_MILES = 45_000;
const LEAST_TREAD = 4;

const number = (sheet: FactSheet, field: string): number | null => {
  const value = factValue(sheet, field);
  return value === null || Number.isNaN(Number(value)) ? null : Number(value);
};

/** The median cost of this store's own finished work of a kind, in cents; null below three. */
export type PastCost = (kind: ReconKind) => number | null;

/** Work that the facts themselves suggest, each with the figure that says so. A person approves every one. */
export function suggestRecon(sheet: FactSheet, recalls: RecallCheck | null, past: PastCost = () => null): ReconItem[] {
  const items: ReconItem[] = [];
  const suggest = (kind: Exclude<ReconKind, "other">, rule: string, figure: string) =>
    items.push({
      id: `${kind}-${rule}`,
      kind,
      note: "",
      cost: cents(past(kind) ?? usual[kind].dollars * 100),
      days: usual[kind].days,
      state: "suggested",
      because: { rule, figure },
      by: "",
    });
  const mileage = number(sheet, "mileage");
  if (factValue(sheet, "condition") !== "new") {
    suggest("detail", "everyUsedCar", "");
    const left = mileage === null ? null : SERVICE_MILES - (mileage % SERVICE_MILES);
    if (left !== null && left <= SERVICE_NEAR) suggest("service", "serviceNear", String(left));
    if (mileage !== null && mileage >= BRAKE_MILES) suggest("brakes", "mileage", String(mileage));
  }
  const tread = number(sheet, "tireDepth32nds");
  if (tread !== null && tread < LEAST_TREAD) suggest("tires", "tread", String(tread));
  if (number(sheet, "keys") === 1) suggest("secondKey", "oneKey", "1");
  const open = recalls ? unsettledRecalls(recalls).length : 0;
  if (open > 0) suggest("recall", "campaigns", String(open));
  return items;
}

/** Suggestions beside what people have decided: a suggestion that was judged keeps its verdict and its figures. */
export function mergeRecon(kept: readonly ReconItem[], suggested: readonly ReconItem[]): ReconItem[] {
  const judged = kept.filter(({ state, because }) => state !== "suggested" || because === null);
  const known = new Set(judged.map(({ id }) => id));
  return [...judged, ...suggested.filter(({ id }) => !known.has(id))];
}

/** What the store has decided to spend, in cents. */
export const reconTotal = (items: readonly ReconItem[]): number =>
  items.filter(({ state }) => state === "approved" || state === "done").reduce((sum, { cost }) => sum + cost, 0);
