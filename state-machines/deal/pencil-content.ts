import type { Pencil, PencilSeal } from "./pencil";

/** Everything a pencil says, and whose deal and car it is about: what its hash is made of and its signature under. */
export type PencilContent = Pick<
  Pencil,
  "number" | "terms" | "figures" | "stamp" | "stockNumber" | "note" | "expiresAt"
> &
  Pick<PencilSeal, "previousHash"> & {
    dealId: string;
    /** Who proposed it, as the customer knows them. */
    by: { role: string; firstName: string | null };
  };

/** The content of a pencil as the deal keeps it; what became of it since is not among it. */
export function contentOf(
  dealId: string,
  {
    number,
    terms,
    figures,
    stamp,
    stockNumber,
    note,
    expiresAt,
    by,
    seal,
  }: Omit<Pencil, "status" | "at" | "answer" | "by"> & Pick<PencilContent, "by">,
): PencilContent {
  const { role, firstName } = by;
  const { previousHash } = seal;
  return { dealId, number, terms, figures, stamp, stockNumber, note, expiresAt, by: { role, firstName }, previousHash };
}
