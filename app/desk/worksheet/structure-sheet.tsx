import { FlaskConical } from "lucide-react";
import { useState } from "react";
import { worksheetMessages } from "#app/desk/worksheet/worksheet-messages";
import { StandingDeal, useDeskDraft } from "#app/desk/worksheet/desk-draft";
import { DeskGrids } from "#app/desk/worksheet/desk-grids";
import { DeskSquares } from "#app/desk/worksheet/desk-squares";
import { DeskTerms } from "#app/desk/worksheet/desk-terms";
import { financeMessages } from "#app/deal-card/finance/finance-messages";
import { TermsDifference } from "#app/deal-card/finance/terms-difference";
import { useDeal } from "#app/deal-card/use-deal";
import { Button } from "#app/ui/button";
import { cx } from "#app/ui/class-names";
import { useMessages } from "#app/ui/messages";
import { Money } from "#app/ui/money";
import { SegmentedControl } from "#app/ui/segmented-control";
import { paymentMethods, type PaymentMethod } from "#machines/stages/finance";

/** The structure under the desk's hand. A what-if looks different from the first glance: dashed, and it says so. */
export function StructureSheet() {
  const t = useMessages(worksheetMessages);
  const { mode, setMode } = useDeskDraft();
  const isThought = mode === "whatIf";
  return (
    <section
      aria-label={isThought ? t("whatIf.title") : t("mode.live")}
      className={cx(
        "rounded-sheet border bg-surface p-5 max-sm:p-4",
        isThought ? "border-dashed border-ink-3" : "border-line",
      )}
    >
      <div className="flex flex-wrap items-center justify-between gap-3">
        <SegmentedControl
          className="w-80 max-sm:w-full"
          size="medium"
          label={t("mode.label")}
          name="desk-mode"
          value={mode}
          onChange={setMode}
          segments={[
            { value: "live", label: t("mode.live") },
            { value: "whatIf", label: t("mode.whatIf") },
          ]}
        />
        {isThought ? null : <p className="text-13 text-ink-3">{t("live")}</p>}
      </div>
      {isThought ? <WhatIfBar /> : null}
      <div className="mt-4 flex flex-col gap-4">
        <DeskMethods />
        <DeskSquares />
        <DeskTerms />
        <DeskGrids />
      </div>
    </section>
  );
}

/** What the thought would change, and the three ways on from it. */
function WhatIfBar() {
  const t = useMessages(worksheetMessages);
  const { terms, differs, adopt, discard } = useDeskDraft();
  const [busy, setBusy] = useState(false);
  const take = async () => {
    setBusy(true);
    await adopt();
    setBusy(false);
  };
  return (
    <div role="status" className="mt-4 rounded-block bg-sunken px-4 py-3">
      <div className="flex flex-wrap items-center gap-3">
        <FlaskConical aria-hidden className="size-5 shrink-0 text-ink-2" strokeWidth={1.75} />
        <p className="min-w-40 flex-1 text-ink-2">
          <span className="block font-semibold text-ink">{t("whatIf.title")}</span>
          {differs ? t("whatIf.note") : t("whatIf.same")}
        </p>
        {differs ? (
          <span className="flex gap-2">
            <Button size="small" busy={busy} onClick={() => void take()}>
              {t("whatIf.adopt")}
            </Button>
            <Button size="small" kind="quiet" onClick={discard}>
              {t("whatIf.discard")}
            </Button>
          </span>
        ) : null}
      </div>
      {differs ? (
        <StandingDeal>
          <TermsDifference to={terms} className="mt-3 text-13" />
        </StandingDeal>
      ) : null}
    </div>
  );
}

/** Cash, finance or lease, each with its own figure on the terms that are on the screen. */
function DeskMethods() {
  const { view, worksheet } = useDeal();
  const t = useMessages(financeMessages);
  const { terms, change } = useDeskDraft();
  const figure = (method: PaymentMethod) => {
    const column = worksheet?.[method];
    if (!column?.ok) return <span className="text-ink-3">{t("method.not")}</span>;
    return column.method === "cash" ? (
      <Money amount={column.balanceDue} per={` ${t("method.once")}`} live />
    ) : (
      <Money amount={column.payment} per={t("method.month")} live />
    );
  };
  return (
    <SegmentedControl
      label={t("method.label")}
      name="desk-method"
      value={terms.method}
      onChange={(method: PaymentMethod) => void change({ method })}
      segments={paymentMethods.map((value) => ({
        value,
        label: t(`method.${value}`),
        detail: figure(value),
        disabled: value === "lease" && view.card.vehicle.vehicle?.residuals.length === 0,
      }))}
    />
  );
}
