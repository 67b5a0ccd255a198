import { useDeal } from "#app/deal-card/use-deal";
import { ApprovalChip, EstimateChip } from "#app/ui/chip";
import { chosenAnswer, seenCredit } from "#machines/deal/credit-slice";

interface PaymentChipProps {
  /** Where there is no room for a lender's name. */
  brief?: boolean;
  className?: string;
}

/**
 * How firm the payment is. It stays an estimate until the numbers are frozen for the contract, which was checked against
 * the approval by then; from there on it is the lender's word, or the contract's own and needs no chip.
 */
export function PaymentChip({ brief = false, className }: PaymentChipProps) {
  const { view } = useDeal();
  if (view.life === "open" || view.life === "lost") return <EstimateChip className={className} />;
  const approval = chosenAnswer(seenCredit(view.card.credit) ?? undefined);
  const isFinanced = view.card.finance.method === "finance";
  return approval && isFinanced && !brief ? <ApprovalChip lender={approval.lender} className={className} /> : null;
}
