import { createHash } from "node:crypto";
import type { DocumentKind } from "#machines/jacket/document-kinds";
import type { Paper } from "../paper.server";
import type { SignPlace } from "../sign-place";
import { drawAdverseAction } from "./adverse-action.server";
import { drawBuyersOrder } from "./buyers-order.server";
import { drawCreditApplication, drawCreditScoreNotice } from "./credit-forms.server";
import type { FormInput } from "./form-input";
import { drawLeaseAgreement } from "./lease-agreement.server";
import { drawPrivacyNotice } from "./privacy-notice.server";
import { drawMenuRecord, drawProductWaiver } from "./product-forms.server";
import { drawConditionalDelivery, drawDeliveryReceipt, drawDueBill } from "./receipt-forms.server";
import { drawRetailContract } from "./retail-contract.server";
import { drawOdometerStatement, drawPayoffAuthorisation, drawTradeOdometerStatement } from "./title-forms.server";

/** Every form that the product draws itself. */
const forms = {
  retailContract: drawRetailContract,
  leaseAgreement: drawLeaseAgreement,
  buyersOrder: drawBuyersOrder,
  creditApplication: drawCreditApplication,
  adverseAction: drawAdverseAction,
  conditionalDelivery: drawConditionalDelivery,
  odometerStatement: drawOdometerStatement,
  tradeOdometerStatement: drawTradeOdometerStatement,
  payoffAuthorisation: drawPayoffAuthorisation,
  menuRecord: drawMenuRecord,
  productWaiver: drawProductWaiver,
  privacyNotice: drawPrivacyNotice,
  creditScoreNotice: drawCreditScoreNotice,
  dueBill: drawDueBill,
  deliveryReceipt: drawDeliveryReceipt,
} satisfies Partial<Record<DocumentKind, (input: FormInput) => Promise<Paper>>>;

export type DrawnKind = keyof typeof forms;
export const drawnKinds = Object.keys(forms) as DrawnKind[];
export const isDrawnKind = (kind: DocumentKind): kind is DrawnKind => kind in forms;

export interface DrawnForm {
  bytes: Uint8Array;
  pages: number;
  places: SignPlace[];
  /** Of exactly these bytes. */
  sha256: string;
  /** Of what it says alone: a document that is drawn again for another revision and says the same needs no new signature. */
  contentHash: string;
}

/** The same input gives the same bytes, whoever asks, wherever it is drawn. */
export async function drawForm(kind: DrawnKind, input: FormInput): Promise<DrawnForm> {
  const paper = await forms[kind](input);
  const bytes = await paper.finish();
  const hashOf = (content: string | Uint8Array) => createHash("sha256").update(content).digest("hex");
  const contentHash = hashOf([kind, ...paper.words].join("\n"));
  return { bytes, pages: paper.pageCount, places: paper.signPlaces, sha256: hashOf(bytes), contentHash };
}
