import { type OverlayField, overlaySources } from "./overlay-field";
import { signers, signKinds } from "./sign-place";

/** A field's filling as a form sends it: "source:buyerName", "sign:buyer:initials". */
export const fillText = (fill: OverlayField["fill"]): string =>
  fill === "nothing" ? fill : "source" in fill ? `source:${fill.source}` : `sign:${fill.signer}:${fill.kind}`;

/** The same read back; what is not one of ours leaves the field empty. */
export function fillOfText(text: string): OverlayField["fill"] {
  const [what, first, second] = text.split(":");
  const source = overlaySources.find((known) => what === "source" && known === first);
  if (source) return { source };
  const signer = signers.find((known) => what === "sign" && known === first);
  const kind = signKinds.find((known) => known === second);
  return signer && kind ? { signer, kind } : "nothing";
}
