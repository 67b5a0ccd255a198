import { assert } from "#machines/assert";
import { contextOf, type DealState, lifeOf } from "#machines/deal/apply-deal-event";
import { numbersFrom } from "#machines/deal/deal-view";
import { viewOf } from "#machines/deal/view-of-deal";
import { documentKinds, type DocumentKind } from "#machines/jacket/document-kinds";
import { requiredDocuments, type RequiredDocument } from "#machines/jacket/required-documents";
import { now } from "#app/platform/clock.server";
import { documentLanguage } from "./document-language";
import { contractVault } from "./contract-vault.server";
import { circumstancesOf, coBuyerOf } from "./deal-circumstances.server";
import { drawApart } from "./draw-apart.server";
import { type DrawnForm, isDrawnKind } from "./forms/drawn-forms.server";
import type { FormInput } from "./forms/form-input";
import type { Rendering } from "./sensitive-fields";
import { readSensitiveFields } from "./sensitive-fields.server";
import { drawStoreForm, hasStoreForm } from "./store-form.server";
import { hasWindowGuide, windowGuide } from "./window-guide.server";

/** What a deal must contain as it stands, whoever asks. */
export async function requiredOf(dealId: string, state: DealState): Promise<RequiredDocument[]> {
  return requiredDocuments(numbersFrom(viewOf(state, "customer")), await circumstancesOf(dealId, contextOf(state)));
}

const partsOf = (key: string): { kind: DocumentKind; about: string } => {
  const [name = "", ...about] = key.split(":");
  const kind = documentKinds.find((known) => known === name);
  assert(kind, "a document's key begins with its kind");
  return { kind, about: about.join(":") };
};

/** Everything a form is drawn from: the deal as the customer may have it, and, sealed, what no event may hold. */
export async function formInputOf(
  dealId: string,
  state: DealState,
  key: string,
  rendering: Rendering = "open",
): Promise<FormInput> {
  const { kind, about } = partsOf(key);
  const context = contextOf(state);
  const view = viewOf(state, "customer");
  const known = await circumstancesOf(dealId, context);
  const isFrozen = lifeOf(state) !== "open" && lifeOf(state) !== "lost";
  const locale = documentLanguage(view.card.store);
  return {
    locale,
    view,
    drawnAt: (isFrozen ? view.card.life.frozenAt : null) ?? now().toISOString(),
    coBuyer: coBuyerOf(context)?.name ?? null,
    about,
    lender: known.lender?.name ?? null,
    copyOnly: contractVault() === null,
    owed: known.owed ?? [],
    refusal: known.refusal ?? null,
    conditional: known.conditional ?? null,
    sensitive: await readSensitiveFields(dealId, kind, about, rendering, locale),
  };
}

/** A document drawn from a deal: by the store's own form where it has one, else by ours. Null where neither can. */
export async function drawDocument(
  dealId: string,
  state: DealState,
  key: string,
  rendering: Rendering = "open",
): Promise<DrawnForm | null> {
  const { kind } = partsOf(key);
  const input = await formInputOf(dealId, state, key, rendering);
  const { store, vehicle } = contextOf(state);
  const stockNumber = vehicle.vehicle?.stockNumber;
  if (kind === "buyersGuide" && stockNumber !== undefined) {
    const guide = await windowGuide(store.rooftopId, stockNumber, input.view.card.life.frozenAt);
    if (guide) return guide;
  }
  const drawn = await drawStoreForm(store.rooftopId, kind, input);
  if (drawn) return drawn;
  return isDrawnKind(kind) ? drawApart({ kind: "form", form: kind, input }) : null;
}

/** Can the product make this document at all, at this store and for this car? */
export async function canDraw(
  rooftopId: string,
  { source, kind }: RequiredDocument,
  stockNumber: string | undefined,
): Promise<boolean> {
  if (source === "drawn") return true;
  if (source !== "ownForm") return false;
  if (kind === "buyersGuide" && stockNumber !== undefined && (await hasWindowGuide(rooftopId, stockNumber)))
    return true;
  return hasStoreForm(rooftopId, kind);
}
