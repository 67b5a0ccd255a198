import { remember } from "#app/platform/remember.server";
import type { DocumentKind } from "#machines/jacket/document-kinds";
import { noSensitiveFields, type SensitiveFields } from "./sensitive-fields";

/** Reads what one kind of document needs of a deal's credit file, and nothing more. */
export type ReadSensitiveFields = (dealId: string, kind: DocumentKind) => Promise<SensitiveFields>;

const port = remember("sensitiveFieldsPort", () => ({
  read: (async () => noSensitiveFields) as ReadSensitiveFields,
}));

/** Whoever keeps credit files says once how they are read. */
export const connectSensitiveFields = (read: ReadSensitiveFields): void => {
  port.read = read;
};

export const readSensitiveFields: ReadSensitiveFields = (dealId, kind) => port.read(dealId, kind);
