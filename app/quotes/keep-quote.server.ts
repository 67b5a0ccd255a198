import { assert } from "#machines/assert";
import { worksheetInputs } from "#machines/deal/deal-worksheet";
import { numbersFrom } from "#machines/deal/deal-view";
import { viewOf } from "#machines/deal/view-of-deal";
import { type QuoteRecord, quoteRecord, quoteRecordSchema, recomputeQuote } from "#machines/desking/quote-record";
import type { WorksheetInputs } from "#machines/desking/worksheet-inputs";
import { readDealStateAt } from "#app/deals/read-deal.server";
import { now } from "#app/platform/clock.server";
import { database } from "#app/platform/database.server";
import { inputsHash } from "./inputs-hash.server";

/** What a quote was given for: a frozen deal's contract, a pencil, a price promise. */
export type QuotePurpose = "contract" | "pencil" | "promise";

export interface QuoteKey {
  dealId: string;
  purpose: QuotePurpose;
  /** The deal's revision that the figures are of. */
  revision: number;
}

/** Keeps what a deal's figures were made from and what they came to. The first one under a key stays. */
export async function keepQuote(key: QuoteKey, inputs: WorksheetInputs): Promise<QuoteRecord> {
  const record = quoteRecord(inputs);
  const { coreVersion, rulePack, figures } = record;
  await database().prisma.quote.createMany({
    data: [
      {
        ...key,
        coreVersion,
        rulePackId: rulePack.id,
        rulePackVersion: rulePack.version,
        inputs: record.inputs,
        inputsHash: inputsHash(record),
        figures,
        createdAt: now(),
      },
    ],
    skipDuplicates: true,
  });
  return record;
}

/** The figures of a frozen deal, with the contract drawn from them. */
export async function keepContractQuote(dealId: string, revision: number): Promise<void> {
  const state = await readDealStateAt(dealId, revision);
  const inputs = state && worksheetInputs(numbersFrom(viewOf(state, "customer")));
  assert(inputs, "a frozen revision is in the journal and has a vehicle");
  await keepQuote({ dealId, purpose: "contract", revision }, inputs);
}

/** A kept quote, checked against its own hash; null when none was kept. */
export async function readQuote(key: QuoteKey): Promise<QuoteRecord | null> {
  const row = await database().prisma.quote.findUnique({ where: { dealId_purpose_revision: key } });
  if (!row) return null;
  const { coreVersion, rulePackId, rulePackVersion, inputs, figures } = row;
  const rulePack = { id: rulePackId, version: rulePackVersion };
  const record = quoteRecordSchema.parse({ coreVersion, rulePack, inputs, figures });
  assert(inputsHash(record) === row.inputsHash, "a kept quote's inputs are the ones it was hashed with");
  return record;
}

/** A kept quote worked again by the core of today; null when none was kept. */
export async function recomputeKeptQuote(key: QuoteKey) {
  const record = await readQuote(key);
  return record && recomputeQuote(record);
}
