import { canonicalText } from "#machines/desking/quote-record";
import { coreVersion } from "#machines/desking/worksheet";
import type { WorksheetInputs } from "#machines/desking/worksheet-inputs";
import { inputsHash } from "./inputs-hash.server";

/** What a figure carries so that it can be worked again to the same cents. */
export interface QuoteStamp {
  coreVersion: string;
  rulePack: { id: string; version: string };
  inputsHash: string;
}

export const stampOf = (inputs: WorksheetInputs): QuoteStamp => ({
  coreVersion,
  rulePack: { id: inputs.tax.id, version: inputs.tax.version },
  inputsHash: inputsHash({ inputs: canonicalText(inputs) }),
});
