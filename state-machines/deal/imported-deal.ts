import { z } from "zod";
import { idSchema, instantSchema, shortText } from "../money/stored-value";
import { event } from "./event-schema";

/** Where a deal was worked before it came here as a file. */
export interface ImportedFrom {
  store: string;
  dealNumber: string;
  exportedAt: string;
}

/** The last event of a deal that came as a file: from here on it is this store's to read. */
export const importedEvent = event("deal.imported", {
  dealId: idSchema,
  dealNumber: shortText,
  rooftopId: idSchema,
  from: z.strictObject({ store: shortText, dealNumber: shortText, exportedAt: instantSchema }),
});
