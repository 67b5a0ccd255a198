import { amountOf } from "#app/deal-card/staff-amount";
import { staffMessages } from "#app/deal-card/staff/staff-messages";
import { useDeal } from "#app/deal-card/use-deal";
import { usePriceLimit } from "#app/deal-card/vehicle/price-stack";
import { useMessages } from "#app/ui/messages";
import { Money } from "#app/ui/money";
import { StaffBlock, StaffLine } from "#app/ui/staff-block";
import { staffFigures } from "#machines/deal/deal-view";

/** What the car cost and how far this person may go; the price itself is set in its own line above. */
export function PriceBlock() {
  const { view } = useDeal();
  const t = useMessages(staffMessages);
  const limit = usePriceLimit();
  const { cost } = staffFigures(view);
  const { vehicle } = view.card.vehicle;
  if (!vehicle) return null;
  const rows = [
    ["invoice", amountOf(cost?.invoice)],
    ["cost", amountOf(cost?.vehicleCost)],
    ["holdback", amountOf(cost?.holdback)],
    ["advertised", vehicle.advertisedPrice],
  ] as const;
  return (
    <StaffBlock title={t("price.title")}>
      {rows.map(([code, amount]) =>
        amount === null ? null : (
          <StaffLine key={code} label={t(`price.${code}`)}>
            <Money amount={amount} cents="whenAny" ink="plain" />
          </StaffLine>
        ),
      )}
      {limit ? (
        <StaffLine sum label={t("price.limit")}>
          {limit}
        </StaffLine>
      ) : null}
    </StaffBlock>
  );
}
