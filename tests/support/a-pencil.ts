import { assert } from "#machines/assert";
import { contextOf, type DealState, eventRefusal, statusesOf } from "#machines/deal/apply-deal-event";
import type { DealEventOf } from "#machines/deal/deal-events";
import { type DealTerms, figuresOfTerms, type TermsFigures, termsOf } from "#machines/deal/deal-terms";
import type { NumbersFrom } from "#machines/deal/deal-worksheet";
import type { Refusal } from "#machines/deal/deal-refusals";
import { coreVersion } from "#machines/desking/worksheet";
import type { Actor } from "#machines/store/actor";
import { salesManager, startOfDay } from "#tests/support/a-deal";
import { followedBy } from "#tests/support/judged-deal";

type Proposal = DealEventOf<"pencil.proposed">;

export const cardOf = (state: DealState): NumbersFrom => ({ ...contextOf(state), kept: statusesOf(state).kept });

/** The structure that stands, with only what the test is about changed. */
export const termsLike = (state: DealState, terms: Partial<DealTerms> = {}): DealTerms => ({
  ...termsOf(cardOf(state)),
  ...terms,
});

/** A seal of the right shape; real ones are made in the app. */
const hashOf = (number: number) => number.toString(16).padStart(64, "0");

/** What the server would journal for these terms on this deal; null where they do not work out. */
export function proposalOn(state: DealState, terms: Partial<DealTerms>, said: Partial<Proposal> = {}): Proposal | null {
  const { pencils, vehicle } = contextOf(state);
  const wanted = termsLike(state, terms);
  const figures = vehicle.vehicle ? figuresOfTerms(cardOf(state), wanted) : null;
  if (!figures) return null;
  const number = pencils.list.length + 1;
  return {
    type: "pencil.proposed",
    number,
    terms: wanted,
    figures,
    stockNumber: vehicle.vehicle?.stockNumber ?? "",
    stamp: { coreVersion, rulePack: { id: "lakeside", version: "2026-01" }, inputsHash: hashOf(number) },
    note: "",
    expiresAt: "2027-06-01T00:00:00.000Z",
    answers: null,
    seal: {
      contentHash: hashOf(number),
      previousHash: pencils.list.at(-1)?.seal.contentHash ?? null,
      signature: "s1.test.0000000000000000000000",
    },
    ...said,
  };
}

export function aProposal(state: DealState, terms: Partial<DealTerms> = {}, said: Partial<Proposal> = {}): Proposal {
  const proposal = proposalOn(state, terms, said);
  assert(proposal, "these terms work out");
  return proposal;
}

export const acceptanceOf = ({ number, seal }: Pick<Proposal, "number" | "seal">): DealEventOf<"pencil.accepted"> => ({
  type: "pencil.accepted",
  number,
  contentHash: seal.contentHash,
  signedName: "Theo Marsh",
});

/** The figures that a deal shows as it stands. */
export function figuresNow(state: DealState): TermsFigures {
  const figures = figuresOfTerms(cardOf(state), termsLike(state));
  assert(figures, "the deal works out");
  return figures;
}

/** What the rules say to a proposal by this person: who may ask for one is asked before, of the edit. */
export const proposalRefusal = (
  state: DealState,
  proposal: Proposal,
  by: Actor = salesManager,
  at = startOfDay,
): Refusal["code"] | null => eventRefusal(state, proposal, by, at)?.code ?? null;

/** The deal with these terms proposed. */
export function pencilled(
  state: DealState,
  terms: Partial<DealTerms> = {},
  { by = salesManager, at, ...said }: Partial<Proposal> & { by?: Actor; at?: string } = {},
): DealState {
  const proposal = aProposal(state, terms, said);
  const refused = proposalRefusal(state, proposal, by, at);
  assert(!refused, `the proposal was refused: ${refused}`);
  return followedBy(state, proposal, { by, ...(at && { at }) });
}
