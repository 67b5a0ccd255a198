import { Scale } from "lucide-react";
import { useMemo, type ReactNode } from "react";
import { financeMessages } from "#app/deal-card/finance/finance-messages";
import { useDeal } from "#app/deal-card/use-deal";
import { useSend } from "#app/deal-card/use-send";
import { Button } from "#app/ui/button";
import { useMessages } from "#app/ui/messages";
import { Note } from "#app/ui/sheet";
import { useFormat } from "#app/ui/use-format";
import { incentivesOf, rebatesIn } from "#machines/deal/deal-incentives";
import { numbersFrom, type DealView } from "#machines/deal/deal-view";
import { contractRateFor, worksheetInputs } from "#machines/deal/deal-worksheet";
import { neighbourTerm } from "#machines/desking/neighbour-term";

/** What the next longer term would do, by month and in total; a longer term is never shown without its cost. */
export function NeighbourSentence() {
  const { view } = useDeal();
  const t = useMessages(financeMessages);
  const format = useFormat();
  const { busy, act } = useSend();
  const neighbour = useMemo(() => neighbourOf(view), [view]);
  if (!neighbour?.ok) return null;
  const { termMonths, paymentDifference, totalDifference } = neighbour;
  const values = {
    months: termMonths,
    payment: format.money(Math.abs(paymentDifference)),
    total: format.money(Math.abs(totalDifference)),
    more: totalDifference > 0 ? "yes" : "no",
    b: bold,
  };
  return (
    <Note
      className="max-sm:flex-wrap max-sm:rounded-sheet max-sm:border max-sm:border-line max-sm:bg-surface max-sm:[&>p]:basis-2/3 max-sm:[&>span:last-child]:ml-4"
      icon={<Scale aria-hidden strokeWidth={1.75} />}
      action={
        <Button
          kind="word"
          size="small"
          className="-my-1"
          busy={busy}
          onClick={() => void act({ type: "finance.termChosen", termMonths })}
        >
          {t("neighbour.take", { months: termMonths })}
        </Button>
      }
    >
      {paymentDifference < 0 ? t.rich("neighbour.less", values) : t.rich("neighbour.more", values)}
    </Note>
  );
}

const bold = (words: ReactNode) => <strong>{words}</strong>;

/** The next longer term on offer, else the next shorter one. */
function neighbourOf(view: DealView) {
  const inputs = worksheetInputs(numbersFrom(view));
  if (!inputs) return null;
  const here = view.card.finance.termMonths;
  const terms = view.card.store.retailTerms.map((row) => row.termMonths);
  const longer = terms.filter((months) => months > here);
  const shorter = terms.filter((months) => months < here);
  const termMonths = longer.length > 0 ? Math.min(...longer) : Math.max(...shorter);
  const contractRate = contractRateFor(view.card, termMonths);
  if (!Number.isFinite(termMonths) || contractRate === null) return null;
  const { firstPaymentDate } = inputs.finance;
  const rebates = rebatesIn(incentivesOf(view.card, { termMonths }));
  return neighbourTerm(inputs, { termMonths, contractRate, firstPaymentDate, rebates });
}
