import { unsignedDueItems } from "../stages/due-bill";
import type { DealContext } from "./deal-context";

type SignedFrom = Pick<DealContext, "identity" | "people" | "vehicle" | "handover" | "dueBill" | "drives" | "store">;

const carOf = ({ vehicle: { vehicle } }: SignedFrom) =>
  vehicle && {
    stockNumber: vehicle.stockNumber,
    vin: vehicle.vin,
    year: vehicle.year,
    make: vehicle.make,
    model: vehicle.model,
    trim: vehicle.trim,
  };
const buyerOf = ({ people: { customer } }: SignedFrom) => `${customer.firstName} ${customer.lastName}`.trim();
const head = (deal: SignedFrom, kind: string) => ({
  kind,
  version: 1,
  dealNumber: deal.identity.dealNumber,
  store: deal.store.name,
  buyer: buyerOf(deal),
  car: carOf(deal),
});

/** Exactly what both sides sign at the hand-over, as one text: the same deal gives the same text, byte by byte. */
export function handoverContent(deal: SignedFrom): string {
  const { odometer, checks, photos } = deal.handover;
  return JSON.stringify({
    ...head(deal, "handover"),
    odometer,
    checks: checks.map(({ check }) => check).toSorted(),
    photos: photos.map(({ photoId, place, note, at }) => ({ photoId, place, note, at })),
  });
}

/** What is owed and not yet signed by both, as it is signed. */
export function dueBillContent(deal: SignedFrom): string {
  const items = unsignedDueItems(deal.dueBill.items).map(({ itemId, text, dueOn }) => ({ itemId, text, dueOn }));
  return JSON.stringify({ ...head(deal, "dueBill"), items });
}

/** The agreement for one test drive. */
export function driveAgreementContent(deal: SignedFrom, driveId: string): string {
  const drive = deal.drives.list.find((one) => one.driveId === driveId);
  const { kind, version, dealNumber, store } = head(deal, "testDrive");
  const { carName, stockNumber, startsAt, endsAt, place } = drive ?? {};
  return JSON.stringify({ kind, version, dealNumber, store, driveId, carName, stockNumber, startsAt, endsAt, place });
}

/** The whole hand-over as it is kept: what was signed, who signed it, and what was still owed that day. */
export function handoverReceiptContent(deal: SignedFrom & Pick<DealContext, "life">): string {
  const { signatures } = deal.handover;
  return JSON.stringify({
    ...(JSON.parse(handoverContent(deal)) as object),
    kind: "handoverReceipt",
    deliveredAt: deal.life.deliveredAt,
    signatures: signatures.map(({ party, name, signatureId, contentHash, at }) => ({
      party,
      name,
      signatureId,
      contentHash,
      at,
    })),
    owed: deal.dueBill.items.filter(({ closedAt }) => closedAt === null).map(({ text, dueOn }) => ({ text, dueOn })),
    overridden: deal.handover.overrides.flatMap(({ items }) => items),
  });
}
