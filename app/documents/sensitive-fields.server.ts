import { remember } from "#app/platform/remember.server";
import type { DocumentKind } from "#machines/jacket/document-kinds";
import type { Locale } from "#app/ui/locale";
import { noSensitiveFields, type Rendering, type SensitiveFields } from "./sensitive-fields";

/** Reads what one document needs of one applicant's credit file, and nothing more. `about` is "coBuyer" for theirs. */
export type ReadSensitiveFields = (
  dealId: string,
  kind: DocumentKind,
  about: string,
  rendering: Rendering,
  locale: Locale,
) => Promise<SensitiveFields>;

const port = remember("sensitiveFieldsPort", () => ({
  read: (async () => noSensitiveFields) as ReadSensitiveFields,
}));

/** Whoever keeps credit files says once how they are read. */
export const connectSensitiveFields = (read: ReadSensitiveFields): void => {
  port.read = read;
};

export const readSensitiveFields: ReadSensitiveFields = (...of) => port.read(...of);
