import { createHash } from "node:crypto";
import { assert } from "#machines/assert";
import type { DealLife } from "#machines/stages/stage";
import type { DocumentKind } from "#machines/jacket/document-kinds";
import { getBlob } from "#app/platform/blobs.server";
import { database } from "#app/platform/database.server";
import { wordsIn } from "./words-in";
import { drawApart } from "./draw-apart.server";
import type { DrawnForm } from "./forms/drawn-forms.server";
import type { FormInput } from "./forms/form-input";
import { overlayFieldsSchema } from "./overlay-field";
import { paperWords } from "./paper-words";
import { overlayWords } from "./overlay-words";
import type { SignPlace } from "./sign-place";

const activeForm = (rooftopId: string, kind: DocumentKind) =>
  database().prisma.storeForm.findFirst({ where: { rooftopId, kind, status: "active" } });

export const hasStoreForm = async (rooftopId: string, kind: DocumentKind): Promise<boolean> =>
  (await activeForm(rooftopId, kind)) !== null;

const isAmount = (text: string) => /^−?\$|\d\s\$$/.test(text);
const isDraft = (life: DealLife) => life === "open" || life === "lost";

/** A document on the store's own form; null where the store has none for its kind. */
export async function drawStoreForm(
  rooftopId: string,
  kind: DocumentKind,
  input: FormInput,
): Promise<DrawnForm | null> {
  const form = await activeForm(rooftopId, kind);
  if (!form) return null;
  const blob = await getBlob(form.blobKey);
  assert(blob, "a store's form has its bytes");
  const fields = overlayFieldsSchema.parse(form.fields);
  const words = overlayWords(input);
  const filled = fields.flatMap(({ fill, page, x, y, width, height }) => {
    if (fill === "nothing" || !("source" in fill)) return [];
    const text = words[fill.source];
    return [{ page, x, y, width, height, text, align: isAmount(text) ? ("right" as const) : ("left" as const) }];
  });
  const places = fields.flatMap(({ fill, name, ...place }, index): SignPlace[] => {
    if (fill === "nothing" || !("signer" in fill)) return [];
    if (fill.signer === "coBuyer" && input.coBuyer === null) return [];
    const intent = `I sign ${form.name}.`;
    return [
      {
        ...place,
        id: `field-${index}`,
        signer: fill.signer,
        kind: fill.kind,
        intent: fill.kind === "initials" ? `${name}: I have read it.` : intent,
      },
    ];
  });
  const watermark = isDraft(input.view.life) ? wordsIn(paperWords, input.locale)("draft") : null;
  const { bytes, pages } = await drawApart({
    kind: "overlay",
    filling: { bytes: new Uint8Array(blob.bytes), words: filled, at: input.drawnAt, watermark },
  });
  const hashOf = (content: string | Uint8Array) => createHash("sha256").update(content).digest("hex");
  const contentHash = hashOf([form.sha256, ...filled.map(({ text }) => text)].join("\n"));
  return { bytes, pages, places, sha256: hashOf(bytes), contentHash };
}
