import type { Cents } from "../money/cents";
import { leaseDueAtSigning, type LeaseSigning } from "./lease-due-at-signing";
import { type LeasePayment, leasePayment, type LeaseStructure, refundableDeposits } from "./lease-payment";

export interface LeaseDealTerms extends LeaseStructure {
  securityDeposit: Cents;
  dispositionFee: Cents;
}

export interface LeaseDeal extends LeasePayment, LeaseSigning {
  refundableDeposit: Cents;
}

/**
 * A lease complete: its payment, its deposits and both columns of the signing box.
 * Rounds nowhere itself; see leasePayment, refundableDeposits and leaseDueAtSigning.
 */
export function leaseDeal(lease: LeaseDealTerms): LeaseDeal {
  const worked = leasePayment(lease);
  const { securityDeposit, multipleSecurityDeposits } = lease;
  const refundableDeposit = refundableDeposits(worked.totalPayment, securityDeposit, multipleSecurityDeposits);
  return { ...worked, refundableDeposit, ...leaseDueAtSigning({ ...lease, ...worked, refundableDeposit }) };
}
