import { createHash } from "node:crypto";
import { canonicalText } from "#machines/desking/quote-record";
import type { FormatEvent } from "./deal-format";

/** SHA-256 of the event log in canonical JSON (keys in order, no blanks): the same for whoever writes the file. */
export const eventsHash = (events: readonly FormatEvent[]): string =>
  createHash("sha256").update(canonicalText(events)).digest("hex");
