import { createHash } from "node:crypto";
import type { QuoteRecord } from "#machines/desking/quote-record";

/** SHA-256 of a quote's canonical inputs, in hex: two quotes of one hash are one calculation. */
export const inputsHash = ({ inputs }: Pick<QuoteRecord, "inputs">): string =>
  createHash("sha256").update(inputs).digest("hex");
