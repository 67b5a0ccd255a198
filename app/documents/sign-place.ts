/** Who signs a document of the jacket. */
export const signers = ["buyer", "coBuyer", "store"] as const;
export type Signer = (typeof signers)[number];

export const signKinds = ["signature", "initials"] as const;
export type SignKind = (typeof signKinds)[number];

/** Somewhere on a document where somebody signs: which page, which box of it in points from its lower left corner. */
export interface SignPlace {
  /** Unique in its document; a signature names it. */
  id: string;
  signer: Signer;
  kind: SignKind;
  /** What signing here means, as it is shown beside the button and kept with the signature. */
  intent: string;
  page: number;
  x: number;
  y: number;
  width: number;
  height: number;
}
