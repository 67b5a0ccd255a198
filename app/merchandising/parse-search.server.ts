import { z } from "zod";
import { codeSchema } from "#machines/money/stored-value";
import { MAX_CENTS } from "#machines/money/value-limits";
import { bodyStyles, fuels, vehicleConditions } from "#machines/store/vehicle-snapshot";
import { type PaymentChoices, type PaymentWish, statedParams, usualPaymentWish } from "./payment-wish";
import { readPaymentWish } from "./read-payment-wish.server";
import { drivetrains, emptyWish, listNames, sortOrders, type LeftOut, type SearchWish } from "./search-wish";

/** A search is a shopper's few choices; whatever is longer is a machine's. */
const MOST_CHOICES = 20;
const MOST_WORDS = 60;
const MOST_SAVED = 40;
const MOST_PAGES = 1_000;
/** How much of a value that was not understood is said back. */
const SHOWN_LENGTH = 40;

const dollars = z.coerce
  .number()
  .min(0)
  .max(MAX_CENTS / 100)
  .transform((amount) => Math.round(amount * 100));
const year = z.coerce.number().int().min(1980).max(2100);

const singles = {
  q: z.string().max(MOST_WORDS),
  minPrice: dollars,
  maxPrice: dollars,
  minPayment: dollars,
  maxPayment: dollars,
  minYear: year,
  maxYear: year,
  maxMiles: z.coerce.number().int().min(0).max(1_000_000),
  sort: z.enum(sortOrders),
  page: z.coerce.number().int().min(1).max(MOST_PAGES),
};

const lists = {
  make: z.string().max(40),
  body: z.enum(bodyStyles),
  fuel: z.enum(fuels),
  condition: z.enum(vehicleConditions),
  drivetrain: z.enum(drivetrains),
};

export interface ParsedSearch {
  wish: SearchWish;
  /** The terms that its payments are worked at, the usual ones filled in. */
  pay: PaymentWish;
  leftOut: LeftOut[];
}

const shown = (name: string, value: string): LeftOut => ({ name, value: value.slice(0, SHOWN_LENGTH) });

function parseSingles(params: URLSearchParams, leftOut: LeftOut[]): Partial<SearchWish> {
  const found: Record<string, unknown> = {};
  for (const [name, schema] of Object.entries(singles)) {
    // A form sends every empty field: saying nothing is not a mistake.
    const text = params.get(name)?.trim();
    if (!text) continue;
    const parsed = schema.safeParse(text);
    if (parsed.success) found[name] = parsed.data;
    else leftOut.push(shown(name, text));
  }
  return found;
}

function parseLists(params: URLSearchParams, makes: readonly string[], leftOut: LeftOut[]): Partial<SearchWish> {
  const found: Record<string, unknown> = {};
  for (const name of listNames) {
    const values = [...new Set(params.getAll(name).filter(Boolean))];
    const understood = values.slice(0, MOST_CHOICES).filter((value) => {
      const ok = lists[name].safeParse(value).success && (name !== "make" || makes.includes(value));
      if (!ok) leftOut.push(shown(name, value));
      return ok;
    });
    found[name] = understood;
  }
  return found;
}

function parseSaved(params: URLSearchParams, leftOut: LeftOut[]): string[] {
  const text = params.get("stock");
  if (!text) return [];
  const parsed = z
    .array(codeSchema)
    .max(MOST_SAVED)
    .safeParse([...new Set(text.split("."))]);
  if (!parsed.success) leftOut.push(shown("stock", text));
  return parsed.data ?? [];
}

/** A list has monthly payments: who pays cash filters by the total. */
const monthly = (pay: PaymentWish): PaymentWish => (pay.method === "cash" ? { ...pay, method: "finance" } : pay);

/** An address typed, shared or mangled by a mail program: what is understood is searched, the rest is named and left out. */
export function parseSearch(params: URLSearchParams, makes: readonly string[], choices: PaymentChoices): ParsedSearch {
  const leftOut: LeftOut[] = [];
  const wish: SearchWish = {
    ...emptyWish,
    ...parseSingles(params, leftOut),
    ...parseLists(params, makes, leftOut),
    stock: parseSaved(params, leftOut),
  };
  const { wish: pay, odd } = readPaymentWish(params, choices);
  leftOut.push(...odd.map(({ name, value }) => shown(name, value)));
  wish.terms = Object.fromEntries(statedParams(monthly(pay), usualPaymentWish(choices)));
  const ordered = (low: number | null, high: number | null) =>
    low !== null && high !== null && low > high ? [high, low] : [low, high];
  [wish.minPrice, wish.maxPrice] = ordered(wish.minPrice, wish.maxPrice) as [number | null, number | null];
  [wish.minPayment, wish.maxPayment] = ordered(wish.minPayment, wish.maxPayment) as [number | null, number | null];
  [wish.minYear, wish.maxYear] = ordered(wish.minYear, wish.maxYear) as [number | null, number | null];
  return { wish, pay: monthly(pay), leftOut };
}
