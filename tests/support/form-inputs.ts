import { viewOf } from "#machines/deal/view-of-deal";
import type { DealEvent } from "#machines/deal/deal-events";
import { documentLanguage } from "#app/documents/document-language";
import type { FormInput } from "#app/documents/forms/form-input";
import { noSensitiveFields } from "#app/documents/sensitive-fields";
import { aDeal, type DealSketch } from "#tests/support/a-deal";
import { fniEvents, frozen, settled, told } from "#tests/support/judged-deal";

/** A settled deal with one product taken, frozen, as a form is drawn from it; `before` comes just before the freeze. */
export function aFormInput(
  { sketch = {}, before = [], freeze = true }: { sketch?: DealSketch; before?: DealEvent[]; freeze?: boolean } = {},
  more: Partial<FormInput> = {},
): FormInput {
  const open = told(settled(aDeal(sketch)), ...fniEvents("accepted").slice(0, 1), ...before, {
    type: "finance.termsAgreed",
  });
  const view = viewOf(freeze ? told(open, frozen) : open, "customer");
  return { ...formInputOf(view), ...more };
}

/** What a form is drawn from, of a deal of which the store knows nothing but its card. */
export function formInputOf(view: FormInput["view"]): FormInput {
  return {
    locale: documentLanguage(view.card.store),
    view,
    drawnAt: "2026-11-28T15:00:00.000Z",
    coBuyer: null,
    about: "1",
    lender: null,
    copyOnly: true,
    owed: [],
    refusal: {
      creditor: "Harbor Credit Union",
      creditorAddress: "1 Pier Way, Lakeside, IL 60614",
      reasons: ["Length of employment"],
      agency: null,
      decidedOn: "2026-11-28",
    },
    conditional: { lender: "Harbor Credit Union", deadline: "2026-12-08" },
    sensitive: noSensitiveFields,
  };
}
