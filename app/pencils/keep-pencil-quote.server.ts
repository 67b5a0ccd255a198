import { assert } from "#machines/assert";
import { contextOf, statusesOf } from "#machines/deal/apply-deal-event";
import { type DealTerms, withTerms } from "#machines/deal/deal-terms";
import { worksheetInputs } from "#machines/deal/deal-worksheet";
import type { WorksheetInputs } from "#machines/desking/worksheet-inputs";
import { readDealStateAt } from "#app/deals/read-deal.server";
import { keepQuote } from "#app/quotes/keep-quote.server";
import { stampOf } from "#app/quotes/quote-stamp.server";

/** Between its being worked out and its turn in the journal, a proposal is passed by no more edits than this. */
const MOST_PASSED_BY = 5;

/**
 * What a proposal was worked from, kept beside it: its figures can be worked again to the same cents years later, from
 * inputs whose hash is in its seal.
 */
export async function keepPencilQuote(dealId: string, revision: number, number: number): Promise<void> {
  const state = await readDealStateAt(dealId, revision);
  const pencil = state && contextOf(state).pencils.list[number - 1];
  assert(pencil, "a proposal is in the journal before its quote is kept");
  for (let seen = revision - 1; seen > 0 && revision - seen <= MOST_PASSED_BY; seen -= 1) {
    const inputs = await inputsAt(dealId, seen, pencil.terms);
    if (!inputs || stampOf(inputs).inputsHash !== pencil.stamp.inputsHash) continue;
    await keepQuote({ dealId, purpose: "pencil", revision }, inputs);
    return;
  }
  assert(false, "a proposal's inputs are those of a deal just before it");
}

async function inputsAt(dealId: string, revision: number, terms: DealTerms): Promise<WorksheetInputs | null> {
  const state = await readDealStateAt(dealId, revision);
  return state && worksheetInputs(withTerms({ ...contextOf(state), kept: statusesOf(state).kept }, terms));
}
