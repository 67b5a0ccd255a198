import { contextOf } from "#machines/deal/apply-deal-event";
import { worksheetInputs } from "#machines/deal/deal-worksheet";
import { numbersFrom } from "#machines/deal/deal-view";
import { viewOf } from "#machines/deal/view-of-deal";
import { readDealStateAt } from "#app/deals/read-deal.server";
import { keepQuote } from "#app/quotes/keep-quote.server";
import { stampOf } from "#app/quotes/quote-stamp.server";

/**
 * What the promise was worked from, kept beside it: its figures can be worked again to the same cents years later. Only at
 * the revision that it was made of, for a later one may have other inputs.
 */
export async function keepPromiseQuote(dealId: string, revision: number, number: string): Promise<void> {
  const state = await readDealStateAt(dealId, revision);
  const inputs = state && worksheetInputs(numbersFrom(viewOf(state, "customer")));
  const promise = state && contextOf(state).promises.list.find(({ content }) => content.number === number);
  if (!inputs || promise?.content.inputsHash !== stampOf(inputs).inputsHash) return;
  await keepQuote({ dealId, purpose: "promise", revision }, inputs);
}
