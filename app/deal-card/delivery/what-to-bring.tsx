import { deliveryMessages } from "#app/deal-card/delivery/delivery-messages";
import { PanelSection } from "#app/deal-card/stage-panel";
import { useDeal } from "#app/deal-card/use-deal";
import { useMessages } from "#app/ui/messages";
import { useFormat } from "#app/ui/use-format";

/** Papers, money and the old car: said before they set out. */
export function WhatToBring() {
  const { view, worksheet } = useDeal();
  const t = useMessages(deliveryMessages);
  const format = useFormat();
  const chosen = worksheet?.chosen;
  const due = chosen?.ok ? (chosen.method === "cash" ? chosen.balanceDue : chosen.cashDueAtSigning) : null;
  const hasTrade = view.card.trade.description !== null && view.kept.trade !== "skipped";
  return (
    <PanelSection title={t("bring.title")}>
      <ul className="flex list-disc flex-col gap-1 pl-5 text-ink-2 marker:text-ink-3">
        <li>{t("bring.license")}</li>
        <li>{t("bring.insurance")}</li>
        {due === null ? null : <li>{t("bring.payment", { amount: format.money(due) })}</li>}
        {hasTrade ? <li>{t("bring.trade")}</li> : null}
      </ul>
    </PanelSection>
  );
}
