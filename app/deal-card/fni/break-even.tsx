import { menuMessages } from "#app/deal-card/fni/menu-messages";
import { useDeal } from "#app/deal-card/use-deal";
import { useMessages } from "#app/ui/messages";
import { useFormat } from "#app/ui/use-format";
import { eligibilityFacts } from "#machines/deal/deal-completeness";
import type { MenuProduct } from "#machines/deal/menu-catalog";
import { productBenefit } from "#machines/stages/product-benefit";

/** From when on a product is worth its price, beside the price. */
export function BreakEven({ kind, option }: { kind: MenuProduct["kind"]; option: MenuProduct["options"][number] }) {
  const { view } = useDeal();
  const t = useMessages(menuMessages);
  const format = useFormat();
  const facts = eligibilityFacts(view.card);
  if (!facts) return null;
  const { breakEven, none } = productBenefit({ kind }, option, facts);
  const words = none
    ? t("breakEven.none")
    : "amount" in breakEven
      ? t(`breakEven.${breakEven.unit}`, { amount: format.money(breakEven.amount, { cents: "whenAny" }) })
      : t(`breakEven.${breakEven.unit}`, { count: breakEven.count });
  return <p className="text-12 text-ink-3 sm:text-right">{words}</p>;
}
