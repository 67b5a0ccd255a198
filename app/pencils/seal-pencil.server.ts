import { createHash } from "node:crypto";
import type { PencilSeal, PencilStamp } from "#machines/deal/pencil";
import { contentOf, type PencilContent } from "#machines/deal/pencil-content";
import type { WorksheetInputs } from "#machines/desking/worksheet-inputs";
import { canonicalText } from "#machines/desking/quote-record";
import { isSignedText, signText } from "#app/platform/field-encryption.server";
import { stampOf } from "#app/quotes/quote-stamp.server";

const PENCIL_SIGNATURE = "pencil";

const hashOf = (text: string): string => createHash("sha256").update(text).digest("hex");

export interface SealedPencil {
  stamp: PencilStamp;
  seal: PencilSeal;
}

/** Stamps what a proposal was worked with, then hashes and signs all that it says, the hash of the one before included. */
export function sealPencil(unsealed: Omit<PencilContent, "stamp">, inputs: WorksheetInputs): SealedPencil {
  const stamp = stampOf(inputs);
  const text = canonicalText({ ...unsealed, stamp });
  const { previousHash } = unsealed;
  return {
    stamp,
    seal: { contentHash: hashOf(text), previousHash, signature: signText(text, PENCIL_SIGNATURE) },
  };
}

/** A proposal as far as its seal goes: what became of it since is not sealed. */
type SealedContent = Parameters<typeof contentOf>[1];

export type PencilFlaw = "contentChanged" | "notOurSignature" | "chainBroken";

/** What is wrong with a deal's proposal, oldest first; a deal without a flaw gives nothing. */
export function flawsOf(dealId: string, pencils: readonly SealedContent[]): { number: number; flaw: PencilFlaw }[] {
  return pencils.flatMap((pencil, at) => {
    const flaw = flawOf(dealId, pencil, pencils[at - 1]?.seal.contentHash ?? null);
    return flaw ? [{ number: pencil.number, flaw }] : [];
  });
}

function flawOf(dealId: string, pencil: SealedContent, previousHash: string | null): PencilFlaw | null {
  const text = canonicalText(contentOf(dealId, pencil));
  if (hashOf(text) !== pencil.seal.contentHash) return "contentChanged";
  if (!isSignedText(text, pencil.seal.signature, PENCIL_SIGNATURE)) return "notOurSignature";
  return pencil.seal.previousHash === previousHash ? null : "chainBroken";
}
