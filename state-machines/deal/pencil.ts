import type { Cents } from "../money/cents";
import type { RateReason } from "../stages/finance";
import type { ActorRef } from "../store/actor";
import type { DealTerms, TermsFigures } from "./deal-terms";

/** How a pencil ended, or `proposed` while it may still be answered. */
export const pencilStatuses = [
  "proposed",
  "accepted",
  "countered",
  "declined",
  "withdrawn",
  "expired",
  "superseded",
] as const;
export type PencilStatus = (typeof pencilStatuses)[number];

/** Made by the store's server over everything a pencil says; anybody with the store's key can check it years later. */
export interface PencilSeal {
  /** SHA-256 of the pencil's content. */
  contentHash: string;
  /** The pencil before it: the proposals of a deal are a chain. */
  previousHash: string | null;
  signature: string;
}

/** What it was worked with, so that it can be worked again to the same cents. */
export interface PencilStamp {
  coreVersion: string;
  rulePack: { id: string; version: string };
  inputsHash: string;
}

/** What the customer said, and for a counter what they would rather have. */
export interface PencilAnswer {
  by: ActorRef;
  at: string;
  note: string;
  /** Typed by the customer as they agreed: an agreement to terms, not a contract. */
  signedName: string;
  targetPayment: Cents | null;
  cashDown: Cents | null;
}

/** One presented set of numbers: never changed once it is made. A better one is a new number. */
export interface Pencil {
  number: number;
  status: PencilStatus;
  terms: DealTerms;
  /** What the terms came to when they were proposed, and what they must still come to when they are agreed. */
  figures: TermsFigures;
  stockNumber: string;
  stamp: PencilStamp;
  note: string;
  /** Why its rate is not the table's: the store's own, and no part of what the customer agrees to. */
  rateReason?: RateReason;
  by: ActorRef;
  at: string;
  expiresAt: string;
  seal: PencilSeal;
  answer: PencilAnswer | null;
}

export interface PencilsSlice {
  /** Oldest first; a pencil's number is its place. */
  list: Pencil[];
}

type AnyPencil = Pick<Pencil, "number" | "status" | "expiresAt">;

/** The proposal that waits for an answer; there is at most one. */
export const openPencil = <P extends AnyPencil>({ list }: { list: readonly P[] }): P | null => {
  const newest = list.at(-1);
  return newest?.status === "proposed" ? newest : null;
};

/** Time runs out on a proposal whether or not the clock's own event has come yet. */
export const pencilStatusAt = ({ status, expiresAt }: AnyPencil, at: string): PencilStatus =>
  status === "proposed" && expiresAt <= at ? "expired" : status;
