import type { PlainDate } from "../money/plain-date";
import type { Ppm } from "../money/rate";
import type { Incentive } from "./incentive-programme";
import { MOST_PROGRAMMES } from "./incentive-limits";

/** What of a deal decides whether a programme pays. */
export interface IncentiveFacts {
  on: PlainDate;
  region: string;
  trim: string;
  method: "cash" | "finance" | "lease";
  termMonths: number;
  /** False when the customer brings their own bank: no lender of the store's, so no programme of a lender. */
  throughTheStore: boolean;
  claimed: readonly string[];
}

export type LeftOutReason =
  "notYet" | "ended" | "region" | "trim" | "method" | "term" | "lender" | "notClaimed" | "notTogether";

export interface LeftOutIncentive<One extends Incentive = Incentive> {
  incentive: One;
  reason: LeftOutReason;
  /** The programme it does not go with, which the stack has instead. */
  insteadOf: One | null;
}

export interface IncentiveStack<One extends Incentive = Incentive> {
  /** The best legal stack, in the maker's order. */
  applied: One[];
  leftOut: LeftOutIncentive<One>[];
  /** The maker's rate for this term, where a programme with one was claimed and applies. */
  contractRate: Ppm | null;
}

/**
 * "Which of the maker's money goes together?" The legal stack that is worth most to this customer, and why each other
 * programme is not in it.
 *
 * Every set of programmes that pay on these facts and agree with one another is tried; the dearest wins, the earlier
 * listed on a tie. A claimed maker's rate is a choice and stays in: what does not go with it is given up for it. Only
 * sums, so nothing rounds. Worked by hand: 1,000 that goes with nothing against 500 and 400 that go together is 1,000;
 * against 700 and 400 it is 1,100.
 */
export function bestIncentives<One extends Incentive>(
  incentives: readonly One[],
  facts: IncentiveFacts,
): IncentiveStack<One> {
  const barred = new Map(incentives.map((one) => [one.code, barredBy(one, facts)]));
  const paying = incentives.filter(({ code }) => barred.get(code) === null).slice(0, MOST_PROGRAMMES);
  const applied = dearest(paying);
  const leftOut = incentives
    .filter((one) => !applied.includes(one))
    .map((incentive) => ({
      incentive,
      reason: barred.get(incentive.code) ?? ("notTogether" as const),
      insteadOf: barred.get(incentive.code) ? null : (applied.find((other) => !combine(incentive, other)) ?? null),
    }));
  const rate = applied.flatMap(({ rates }) => rates ?? []).find((row) => row.termMonths === facts.termMonths);
  return { applied, leftOut, contractRate: rate?.contractRate ?? null };
}

function barredBy(one: Incentive, facts: IncentiveFacts): LeftOutReason | null {
  if (one.validFrom !== undefined && facts.on < one.validFrom) return "notYet";
  if (one.validThrough !== undefined && facts.on > one.validThrough) return "ended";
  if (one.regions && !one.regions.includes(facts.region)) return "region";
  if (one.trims && !one.trims.includes(facts.trim)) return "trim";
  if (one.methods && !one.methods.includes(facts.method)) return "method";
  // A rate is one of an instalment contract, for the terms the maker pays for.
  if (one.rates && facts.method !== "finance") return "method";
  if (one.rates && !one.rates.some(({ termMonths }) => termMonths === facts.termMonths)) return "term";
  if (one.lender !== undefined && (!facts.throughTheStore || facts.method === "cash")) return "lender";
  if (needsClaim(one) && !facts.claimed.includes(one.code)) return "notClaimed";
  return null;
}

/** What everyone gets needs no claim; a condition does, and so does a rate that is taken in place of something else. */
export const needsClaim = ({ eligibility, rates }: Pick<Incentive, "eligibility" | "rates">): boolean =>
  eligibility !== "everyone" || rates !== undefined;

export const combine = (one: Incentive, other: Incentive): boolean =>
  one.code === other.code || (allows(one, other) && allows(other, one));

const allows = ({ combinesWith }: Incentive, { code }: Incentive) => combinesWith?.includes(code) ?? true;

function dearest<One extends Incentive>(paying: readonly One[]): One[] {
  let best: One[] = [];
  let bestWorth = -1;
  for (let set = (1 << paying.length) - 1; set >= 0; set--) {
    const stack = paying.filter((_, index) => set & (1 << index));
    if (!stack.every((one, index) => stack.slice(index + 1).every((other) => combine(one, other)))) continue;
    const worth = worthOf(stack);
    // Sets are tried from the last programme down, so the one of the earlier programmes comes last and wins a tie.
    if (worth < bestWorth || (worth === bestWorth && stack.length < best.length)) continue;
    [best, bestWorth] = [stack, worth];
  }
  return best;
}

/** A claimed rate is worth more than any money beside it, for it was chosen in its place. */
const CHOSEN = 1_000_000_000_000;

const worthOf = (stack: readonly Incentive[]): number =>
  stack.reduce((worth, { amount, rates }) => worth + amount + (rates ? CHOSEN : 0), 0);
