import { type StipKind, stipKinds } from "#machines/deal/credit-slice";
import { creditCircumstances } from "#app/credit/credit-circumstances.server";
import { readPaperFields } from "#app/credit/sealed-papers.server";
import { connectCircumstances } from "#app/documents/deal-circumstances.server";
import { decideNewestUpload, receiveUpload } from "#app/documents/receive-upload.server";
import { connectSensitiveFields } from "#app/documents/sensitive-fields.server";
import { connectUploadWatch } from "#app/documents/upload-watch.server";
import { documentOfStip, lenderCircumstances } from "#app/lenders/lender-circumstances.server";
import { connectStipPapers } from "#app/lenders/stip-papers.server";
import { paperBrought, paperJudged } from "#app/lenders/stips.server";

/** Whoever brought it did so at a lender's request; the jacket takes it as it takes any other paper. */
const broughtForLender = { kind: "system", name: "credit" } as const;

const stipOfDocument = (key: string): StipKind | undefined => stipKinds.find((kind) => documentOfStip[kind] === key);

/** Joins the papers of a deal to its credit and its lenders, none of which knows the others. */
export function connectDocumentPorts(): void {
  connectSensitiveFields(readPaperFields);
  connectCircumstances(lenderCircumstances);
  connectCircumstances(creditCircumstances);
  connectStipPapers({
    async keep({ dealId, kind, bytes }) {
      const key = documentOfStip[kind];
      if (key) await receiveUpload({ dealId, key, actor: broughtForLender, name: kind, bytes, told: true });
    },
    async decide({ dealId, kind, refusedFor, by }) {
      const key = documentOfStip[kind];
      if (key) await decideNewestUpload(dealId, key, refusedFor, by);
    },
  });
  connectUploadWatch({
    async brought({ dealId, key, bytes }) {
      const kind = stipOfDocument(key);
      if (kind) await paperBrought(dealId, kind, bytes);
    },
    async decided({ dealId, key, refusedFor }) {
      const kind = stipOfDocument(key);
      if (kind) await paperJudged(dealId, kind, refusedFor);
    },
  });
}
