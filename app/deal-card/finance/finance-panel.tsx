import { Target } from "lucide-react";
import { useState } from "react";
import { CashFigures } from "#app/deal-card/finance/cash-figures";
import { CreditAssumptions } from "#app/deal-card/finance/credit-assumptions";
import { DealFourSquare } from "#app/deal-card/finance/deal-four-square";
import { financeMessages } from "#app/deal-card/finance/finance-messages";
import { LawBox } from "#app/deal-card/finance/law-box";
import { LeaseGrid } from "#app/deal-card/finance/lease-grid";
import { MethodChoice } from "#app/deal-card/finance/method-choice";
import { NeighbourSentence } from "#app/deal-card/finance/neighbour-sentence";
import { TermGrid } from "#app/deal-card/finance/term-grid";
import { useReaderVoice } from "#app/deal-card/reader-voice";
import { StagePanel } from "#app/deal-card/stage-panel";
import { PaymentChip } from "#app/deal-card/summary/payment-chip";
import { useDeal } from "#app/deal-card/use-deal";
import { Button } from "#app/ui/button";
import { EmptyState } from "#app/ui/empty-state";
import { lazyPart } from "#app/ui/lazy-part";
import { SkeletonText } from "#app/ui/skeleton";
import { useMessages } from "#app/ui/messages";

const TargetPayment = lazyPart(
  "target-payment",
  async () => (await import("#app/deal-card/finance/target-payment")).TargetPayment,
  <SkeletonText lines={4} />,
);
const FinanceOptions = lazyPart(
  "finance-options",
  async () => (await import("#app/deal-card/finance/finance-options")).FinanceOptions,
);
const PencilSheet = lazyPart(
  "pencil-sheet",
  async () => (await import("#app/deal-card/finance/pencil-sheet")).PencilSheet,
  <SkeletonText lines={4} />,
);
const CreditSheet = lazyPart(
  "credit-sheet",
  async () => (await import("#app/deal-card/finance/credit-sheet")).CreditSheet,
  <SkeletonText lines={3} />,
);
const PlansBoard = lazyPart("plans-board", async () => (await import("#app/deal-card/finance/plans-board")).PlansBoard);

/** Third stage: cash, finance or lease side by side; four squares; the grid with what each payment costs. */
export function FinancePanel() {
  const { view, worksheet, openStage, place } = useDeal();
  const t = useMessages(financeMessages);
  const voice = useReaderVoice();
  const [workingBack, setWorkingBack] = useState(false);
  const { method, termsAgreedAtRevision } = view.card.finance;
  const seatId = place.kind === "seat" ? place.seatId : null;
  const guest = view.card.seats.list.some((seat) => seat.seatId === seatId && seat.kind === "guest");
  const title = t("title", { ...voice });
  if (!worksheet)
    return (
      <StagePanel title={title}>
        <EmptyState action={<Button onClick={() => openStage("vehicle")}>{t("chooseCar")}</Button>}>
          {t("none")}
        </EmptyState>
      </StagePanel>
    );
  const canWorkBack = method !== "cash";
  const pencil = view.card.pencils.list.length > 0 ? <PencilSheet /> : null;
  return (
    <StagePanel
      title={title}
      always={pencil}
      chip={<PaymentChip />}
      actions={
        canWorkBack ? (
          <Button kind="quiet" aria-expanded={workingBack} onClick={() => setWorkingBack(!workingBack)}>
            <Target aria-hidden strokeWidth={1.75} />
            {workingBack ? t("workBackClose") : t("workBack")}
          </Button>
        ) : null
      }
    >
      {pencil}
      <MethodChoice />
      <DealFourSquare />
      {workingBack && canWorkBack ? <TargetPayment /> : null}
      {method === "finance" ? (
        <>
          <TermGrid />
          <NeighbourSentence />
        </>
      ) : null}
      {method === "lease" ? <LeaseGrid /> : null}
      {view.card.store.financeOptions ? <FinanceOptions /> : null}
      {method === "cash" ? <CashFigures /> : <LawBox />}
      {method === "cash" || guest ? null : <CreditSheet />}
      <PlansBoard />
      {termsAgreedAtRevision === null ? null : <p className="font-medium text-pos">{t("agreed", { ...voice })}</p>}
      <CreditAssumptions />
    </StagePanel>
  );
}
