import { useMemo } from "react";
import { financeMessages } from "#app/deal-card/finance/finance-messages";
import { LivePlace } from "#app/deal-card/live-place";
import { useDeal } from "#app/deal-card/use-deal";
import { useLiveValue } from "#app/deal-card/use-live-value";
import { useMessages } from "#app/ui/messages";
import { Money } from "#app/ui/money";
import { SegmentedControl } from "#app/ui/segmented-control";
import { numbersFrom } from "#machines/deal/deal-view";
import { dealWorksheet } from "#machines/deal/deal-worksheet";
import { paymentMethods, type PaymentMethod } from "#machines/stages/finance";

/** The three ways with their own figures, so that choosing one is never a step into the dark. */
export function MethodChoice() {
  const { view } = useDeal();
  const t = useMessages(financeMessages);
  const method = useLiveValue<PaymentMethod>("method", view.card.finance.method, (value) => ({
    type: "finance.methodChosen",
    method: value,
  }));
  return (
    <LivePlace field="method">
      <SegmentedControl
        label={t("method.label")}
        name="method"
        value={method.value}
        onChange={(value: PaymentMethod) => method.set(value)}
        segments={paymentMethods.map((value) => ({
          value,
          label: t(`method.${value}`),
          detail: <MethodFigure method={value} />,
          disabled: value === "lease" && view.card.vehicle.vehicle?.residuals.length === 0,
        }))}
      />
      {method.frame.error ? (
        <p role="alert" className="mt-1 text-12 text-neg">
          {method.frame.error}
        </p>
      ) : null}
    </LivePlace>
  );
}

/** Worked with this way of paying, for the maker's money may depend on it. */
function MethodFigure({ method }: { method: PaymentMethod }) {
  const { view } = useDeal();
  const t = useMessages(financeMessages);
  const column = useMemo(() => {
    const numbers = numbersFrom(view);
    return dealWorksheet({ ...numbers, finance: { ...numbers.finance, method } })?.[method];
  }, [view, method]);
  if (!column?.ok) return <span className="text-ink-3">{t("method.not")}</span>;
  return column.method === "cash" ? (
    <Money amount={column.balanceDue} per={` ${t("method.once")}`} live />
  ) : (
    <Money amount={column.payment} per={t("method.month")} live />
  );
}
