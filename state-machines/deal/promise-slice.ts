import type { ActorRef } from "../store/actor";
import { type Cents, sum } from "../money/cents";
import type { PromiseContent } from "./promise-content";

/** A shopper asks again after each change they like; more than this in one deal is a machine. */
export const MOST_PROMISES = 12;

export interface KeptPromise {
  content: PromiseContent;
  by: ActorRef;
  at: string;
}

/** Prices the store promised in this deal, oldest first. None is ever changed or taken back. */
export interface PromisesSlice {
  list: KeptPromise[];
  /** The differences the customer has read and agreed to, by their key; another difference needs them again. */
  acknowledged: { number: string; key: string } | null;
}

/**
 * "All in": price, products, taxes and fees less rebates, which is what the lines of a promise add up to. The out-the-door
 * total stands before rebates, so a paper that shows them above it would not add up.
 */
export const promiseTotal = ({ lines }: Pick<PromiseContent, "lines">): Cents => sum(lines.map(({ amount }) => amount));

export const noPromises: PromisesSlice = { list: [], acknowledged: null };
