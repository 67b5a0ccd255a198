import { staffRoles } from "#machines/store/actor";
import { storePolicySchema } from "#machines/store/store-policy";
import { useEffectQueue } from "#app/deals/deal-effect-queue.server";
import { type DealResolvers, useDealResolvers } from "#app/deals/deal-resolvers.server";
import { bookDrive, releaseDrive } from "#app/delivery/book-drive.server";
import { keepSignature } from "#app/delivery/kept-signatures.server";
import { bookSlot, releaseSlot } from "#app/delivery/book-slot.server";
import { enqueueDealEffect } from "#app/effects/run-deal-effect.server";
import { vehicleForDeal } from "#app/merchandising/vehicle-snapshot.server";
import { sealPencil } from "#app/pencils/seal-pencil.server";
import { cancelDeskDeposit } from "#app/payments/desk-deposit.server";
import { prolongedUntil } from "#app/payments/prolong-hold.server";
import { takeDeskDeposit } from "#app/payments/take-desk-deposit.server";
import { holderOf } from "#app/payments/vehicle-hold.server";
import { database } from "#app/platform/database.server";
import { garagedTaxes } from "#app/taxes/garaged-taxes.server";
import { keepPromise, withdrawPromise } from "#app/promises/keep-promise.server";
import { valueTrade } from "#app/valuation/value-trade.server";

const resolvers: DealResolvers = {
  vehicle: vehicleForDeal,
  async policy(rooftopId) {
    const rooftop = await database().prisma.rooftop.findUnique({ where: { id: rooftopId } });
    return rooftop && storePolicySchema.parse(rooftop.policy);
  },
  async staff(rooftopId, staffId) {
    const staff = await database().prisma.staffMember.findFirst({ where: { id: staffId, rooftopId, active: true } });
    const role = staffRoles.find((known) => known === staff?.role);
    return staff && role ? { staffId, role, firstName: staff.firstName, lastName: staff.lastName } : null;
  },
  async holder(stockNumber) {
    return (await holderOf(stockNumber))?.dealId ?? null;
  },
  takeDeskDeposit,
  cancelDeskDeposit,
  prolongedUntil,
  valuation: valueTrade,
  sealPencil,
  bookSlot,
  releaseSlot,
  bookDrive,
  releaseDrive,
  keepSignature,
  taxes: garagedTaxes,
  promise: keepPromise,
  withdrawPromise,
};

/** Joins deals to the features they ask through ports: deals know none of them by name. */
export function connectDealPorts(): void {
  useDealResolvers(resolvers);
  useEffectQueue(enqueueDealEffect);
}
