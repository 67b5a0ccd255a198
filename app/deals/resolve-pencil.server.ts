import { contextOf, type DealState, statusesOf } from "#machines/deal/apply-deal-event";
import type { DealEvent, DealEventOf, RequestedEdit } from "#machines/deal/deal-events";
import { figuresOfTerms, withTerms } from "#machines/deal/deal-terms";
import { type Refusal, refuse } from "#machines/deal/deal-refusals";
import { worksheetInputs } from "#machines/deal/deal-worksheet";
import { misfitRefusal, proposedRateRefusal, termsRefusal } from "#machines/deal/pencil-guards";
import { misfitOf } from "#machines/deal/scenario";
import { actorRef } from "#machines/store/actor";
import { dealResolvers } from "./deal-resolvers.server";
import type { EditRequest } from "./resolve-edit.server";

const HOUR_MS = 3_600_000;

type Asked = Extract<RequestedEdit, { type: "pencil.proposalRequested" }>;

/** Works the proposed terms out on the deal as it stands, dates them, and has the whole sealed. */
export function resolvePencil(
  state: DealState,
  { terms, note, validHours, answers, rateReason }: Asked,
  { actor, at }: EditRequest,
): DealEvent | { refusal: Refusal } {
  const deal = contextOf(state);
  const { kept } = statusesOf(state);
  const card = { ...deal, kept };
  const { vehicle } = deal.vehicle;
  if (!vehicle) return { refusal: refuse("noVehicle") };
  const misfit = misfitOf(card, terms);
  if (misfit) return { refusal: misfitRefusal(misfit.code, terms.sellingPrice) };
  const refused = termsRefusal(deal, terms, { actor, kept }) ?? proposedRateRefusal(deal, terms, rateReason);
  if (refused) return { refusal: refused };
  const figures = figuresOfTerms(card, terms);
  const inputs = worksheetInputs(withTerms(card, terms));
  if (!figures || !inputs) return { refusal: refuse("notComputable") };
  const said: Omit<DealEventOf<"pencil.proposed">, "type" | "stamp" | "seal" | "answers" | "rateReason"> = {
    number: deal.pencils.list.length + 1,
    terms,
    figures,
    stockNumber: vehicle.stockNumber,
    note,
    expiresAt: new Date(Date.parse(at) + validHours * HOUR_MS).toISOString(),
  };
  const { role, firstName } = actorRef(actor);
  const previousHash = deal.pencils.list.at(-1)?.seal.contentHash ?? null;
  const content = { ...said, dealId: deal.identity.dealId, previousHash, by: { role, firstName } };
  const reason = rateReason && { rateReason };
  return { type: "pencil.proposed", ...said, ...reason, answers, ...dealResolvers().sealPencil(content, inputs) };
}
