import { z } from "zod";
import type { Cents } from "./cents";
import { maskCardNumbers } from "./mask-card-numbers";
import type { PlainDate } from "./plain-date";
import type { Ppm } from "./rate";
import { MAX_CENTS, MAX_PPM } from "./value-limits";

/** Long enough for any name or line of an address. */
export const MAX_SHORT_TEXT = 80;
/** A note or a reason, not an essay. */
export const MAX_LONG_TEXT = 1_000;

// The brands cost nothing at run time: the schema checks the number, the cast names its unit.
export const centsSchema = z.number().int().min(0).max(MAX_CENTS) as unknown as z.ZodType<Cents>;
export const signedCentsSchema = z.number().int().min(-MAX_CENTS).max(MAX_CENTS) as unknown as z.ZodType<Cents>;
export const ppmSchema = z.number().int().min(0).max(MAX_PPM) as unknown as z.ZodType<Ppm>;
export const plainDateSchema = z.iso.date() as unknown as z.ZodType<PlainDate>;
export const instantSchema = z.iso.datetime();

// Control and direction-changing characters never belong in a name, and Postgres refuses NUL.
const FORBIDDEN_CHARACTERS = /(?![\t\n\r])\p{Cc}|[\u200E\u200F\u202A-\u202E\u2066-\u2069]/u;
const text = (max: number, keep: (value: string) => string = (value) => value) =>
  z
    .string()
    .max(max)
    .refine((value) => !FORBIDDEN_CHARACTERS.test(value), "control characters are not allowed")
    .refine((value) => value.isWellFormed(), "not well-formed text")
    .transform((value) => keep(value.normalize("NFC").trim()));

export const shortText = text(MAX_SHORT_TEXT).refine((value) => value.length > 0, "must not be empty");
export const optionalShortText = text(MAX_SHORT_TEXT);
// Where people write freely they also paste cards; a name or a street has no room for one.
export const optionalLongText = text(MAX_LONG_TEXT, maskCardNumbers);
/** A line that people write freely: a note beside a photo, a number on a slip. */
export const optionalNote = text(MAX_SHORT_TEXT, maskCardNumbers);
export const longText = optionalLongText.refine((value) => value.length > 0, "must not be empty");
export const codeSchema = z.string().regex(/^[a-zA-Z][a-zA-Z0-9-]{0,39}$/);
export const idSchema = z.string().regex(/^[A-Za-z0-9_:-]{1,80}$/);
export const vinSchema = z.string().regex(/^[A-HJ-NPR-Z0-9]{17}$/);
