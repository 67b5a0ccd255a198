import { X } from "lucide-react";
import type { ReactNode } from "react";
import { useColumnRefusal } from "#app/deal-card/column-refusal-messages";
import { PinPlan } from "#app/deal-card/finance/pin-plan";
import { planMessages } from "#app/deal-card/finance/plan-messages";
import { TermsDifference } from "#app/deal-card/finance/terms-difference";
import { LivePlace } from "#app/deal-card/live-place";
import { useRefusalSentence } from "#app/deal-card/refusal-sentence";
import { PanelSection } from "#app/deal-card/stage-panel";
import { aprText } from "#app/deal-card/summary/payment-headline";
import { useDeal } from "#app/deal-card/use-deal";
import { useSend } from "#app/deal-card/use-send";
import { Button } from "#app/ui/button";
import { Chip } from "#app/ui/chip";
import { cx } from "#app/ui/class-names";
import { useMessages } from "#app/ui/messages";
import { Money } from "#app/ui/money";
import { useFormat } from "#app/ui/use-format";
import { numbersFrom } from "#machines/deal/deal-view";
import { planOf, rateForPlan, termsOf, type PaymentPlan, type TermsFigures } from "#machines/deal/deal-terms";
import { scenarioFigures, type ScenarioMisfit } from "#machines/deal/scenario";

/** Pinned ways of paying beside each other, each a whole deal of its own, worked out again with every change. */
export function PlansBoard({ plan }: { plan?: PaymentPlan }) {
  const { view } = useDeal();
  const t = useMessages(planMessages);
  const { pinned } = view.card.scenarios;
  if (!view.card.vehicle.vehicle) return null;
  return (
    <LivePlace field="scenarios" tint={false}>
      <PanelSection title={t("title")} aside={<PinPlan {...(plan && { plan })} />}>
        {pinned.length === 0 ? (
          <p className="text-13 text-ink-3">{t("empty")}</p>
        ) : (
          <ul
            className="grid auto-cols-[minmax(12.5rem,1fr)] grid-flow-col gap-px overflow-x-auto rounded-block border border-line bg-line"
            tabIndex={0}
            aria-label={t("title")}
          >
            {pinned.map((scenario) => (
              <li key={scenario.pin} className="flex min-w-0 flex-col bg-surface px-3.5 py-3">
                <PinnedPlan scenario={scenario} />
              </li>
            ))}
          </ul>
        )}
      </PanelSection>
    </LivePlace>
  );
}

type Pinned = ReturnType<typeof useDeal>["view"]["card"]["scenarios"]["pinned"][number];

function PinnedPlan({ scenario }: { scenario: Pinned }) {
  const { view } = useDeal();
  const t = useMessages(planMessages);
  const { busy, act } = useSend();
  const card = numbersFrom(view);
  const worked = scenarioFigures(card, scenario);
  const { name, pin } = scenario;
  const isCurrent = worked?.fits === true && worked.isCurrent;
  return (
    <>
      <div className="flex items-start justify-between gap-2">
        <h4 className="min-w-0 text-14 font-semibold text-balance">{name}</h4>
        <Button
          kind="quiet"
          size="small"
          icon
          className="-mt-1 -mr-2"
          aria-label={t("unpin", { name })}
          busy={busy}
          onClick={() => void act({ type: "scenario.unpinned", pin })}
        >
          <X aria-hidden strokeWidth={1.75} />
        </Button>
      </div>
      <p className="text-12 text-ink-3">{t(`method.${scenario.method}`)}</p>
      {worked?.fits ? <Figures figures={worked.figures} /> : null}
      {worked && !worked.fits ? <Misfit why={worked.why} sellingPrice={card.vehicle.sellingPrice} /> : null}
      {worked?.fits && !isCurrent ? (
        <dl className="mt-2">
          <Row label={t("row.changes")}>
            <TermsDifference
              figures={false}
              className="text-13"
              to={{ ...termsOf(card), ...planOf({ finance: scenario }), contractRate: rateForPlan(card, scenario) }}
            />
          </Row>
        </dl>
      ) : null}
      <div className="mt-auto pt-3">
        {isCurrent ? (
          <Chip kind="accent">{t("now")}</Chip>
        ) : worked?.fits ? (
          <Button size="small" busy={busy} onClick={() => void act({ type: "scenario.adopted", pin })}>
            {t("adopt")}
          </Button>
        ) : null}
      </div>
    </>
  );
}

function Figures({ figures }: { figures: TermsFigures }) {
  const t = useMessages(planMessages);
  const format = useFormat();
  const { payment, cashDue, aprDisclosed, totalCost } = figures;
  return (
    <dl className="mt-2 flex flex-col gap-2">
      <Row label={t("row.payment")} strong>
        {payment === null ? t("none") : <Money amount={payment} per={t("perMonth")} live />}
      </Row>
      <Row label={t("row.due")}>
        <Money amount={cashDue} live />
      </Row>
      {aprDisclosed === null ? null : <Row label={t("row.apr")}>{aprText(aprDisclosed, format)}</Row>}
      <Row label={t("row.total")}>
        <Money amount={totalCost} live />
      </Row>
    </dl>
  );
}

function Row({ label, strong = false, children }: { label: string; strong?: boolean; children: ReactNode }) {
  return (
    <div className={cx(!strong && "mt-0")}>
      <dt className="text-12 text-ink-3">{label}</dt>
      <dd
        className={cx(
          "figures",
          strong ? "text-20 font-semibold [&_.per]:text-13 [&_.per]:font-normal" : "font-medium",
        )}
      >
        {children}
      </dd>
    </div>
  );
}

/** Why a plan that was good once cannot be used now. */
function Misfit({ why, sellingPrice }: { why: ScenarioMisfit; sellingPrice: number }) {
  const t = useMessages(planMessages);
  const sentenceOf = useRefusalSentence();
  const columnSentence = useColumnRefusal();
  const reason =
    why.code === "notComputable"
      ? columnSentence(why.refusal)
      : sentenceOf({ code: why.code, ...(why.code === "cashDownTooHigh" && { params: { limit: sellingPrice } }) });
  return (
    <p role="status" className="mt-2 rounded-cell bg-warn-ground px-2.5 py-2 text-13 text-warn">
      <strong className="block font-semibold">{t("noLonger")}</strong>
      {reason}
    </p>
  );
}
