import { useLineChanged } from "#app/deal-card/card-people";
import { useLineLabel } from "#app/deal-card/line-label";
import { amountOf } from "#app/deal-card/staff-amount";
import { LineWithLines } from "#app/deal-card/summary/summary-lines";
import { TaxesRow } from "#app/deal-card/taxes/taxes-row";
import { useStaffSight } from "#app/deal-card/staff-sight";
import { leasedFrame, useFieldLease } from "#app/deal-card/together/use-field-lease";
import { useDeal } from "#app/deal-card/use-deal";
import { useLiveValue } from "#app/deal-card/use-live-value";
import { vehicleMessages } from "#app/deal-card/vehicle/vehicle-messages";
import { MoneyField } from "#app/ui/live-field";
import { useMessages } from "#app/ui/messages";
import { MoneyLine, MoneyLineRule, MoneyLines } from "#app/ui/money-line";
import { useFormat } from "#app/ui/use-format";
import { permissionFor } from "#machines/deal/deal-permissions";
import { staffFigures } from "#machines/deal/deal-view";
import type { MoneyLine as Line } from "#machines/desking/money-line";
import { cents } from "#machines/money/cents";
import type { Role, StaffRole } from "#machines/store/actor";
import { authorityRow } from "#machines/store/authority";

/** Every line of the price in the order it is made; one total that only government charges exceed. */
export function PriceStack() {
  const { view, worksheet } = useDeal();
  const t = useMessages(vehicleMessages);
  const label = useLineLabel();
  const changed = useLineChanged();
  const { vehicle, sellingPrice } = view.card.vehicle;
  if (!vehicle || !worksheet) return null;
  const rebates = worksheet.priceLines.filter((line) => line.code.startsWith("rebate."));
  const addOns = worksheet.priceLines.filter((line) => line.code.startsWith("addOn."));
  const docFee = worksheet.priceLines.find((line) => line.code === "docFee");
  return (
    <MoneyLines className="-mx-4">
      <MoneyLine label={t("lines.msrp")} amount={vehicle.msrp} />
      {sellingPrice < vehicle.msrp ? (
        <MoneyLine label={t("lines.discount")} amount={sellingPrice - vehicle.msrp} />
      ) : null}
      <SellingPriceLine />
      {rebates.map((line) => (
        <MoneyLine key={line.code} label={label(line)} amount={line.amount} changed={changed(line.code)} />
      ))}
      {addOns.length === 0 ? (
        <MoneyLine label={t("lines.addOns")} amount={0} instead={t("none2")} />
      ) : (
        addOns.map((line) => <MoneyLine key={line.code} label={label(line)} amount={line.amount} />)
      )}
      {docFee ? <LineWithLines line={docFee} kind="ingredient" /> : null}
      <MoneyLineRule />
      <MoneyLine
        kind="result"
        label={
          <>
            {t("lines.total")} <span className="text-13 font-normal text-ink-3">{t("totalNote")}</span>
          </>
        }
        amount={worksheet.totalPrice}
      />
      <MoneyLine label={t("lines.taxes")} amount={worksheet.governmentCharges}>
        {worksheet.taxLines.map((line) => (
          <LineWithLines key={line.code} line={line} kind="ingredient" />
        ))}
      </MoneyLine>
      <TaxesRow />
      {worksheet.productsTotal > 0 ? (
        <MoneyLine label={t("lines.products")} amount={worksheet.productsTotal}>
          <InnerLines lines={worksheet.productLines} />
        </MoneyLine>
      ) : null}
    </MoneyLines>
  );
}

function InnerLines({ lines }: { lines: readonly Line[] }) {
  const label = useLineLabel();
  return lines.map((line) => <MoneyLine key={line.code} label={label(line)} amount={line.amount} />);
}

/** A figure to the customer; to staff who may set it, an input in the same place. */
function SellingPriceLine() {
  const { view, me } = useDeal();
  const { seesPlum } = useStaffSight();
  const t = useMessages(vehicleMessages);
  const changed = useLineChanged();
  const { sellingPrice } = view.card.vehicle;
  const mayEdit = seesPlum && me !== null && permissionFor("vehicle.sellingPriceSet").by.includes(me.role as Role);
  if (!mayEdit)
    return (
      <MoneyLine
        kind="result"
        label={t("lines.sellingPrice")}
        amount={sellingPrice}
        changed={changed("sellingPrice")}
      />
    );
  return <SellingPriceField />;
}

function SellingPriceField() {
  const { view } = useDeal();
  const t = useMessages(vehicleMessages);
  const price = useLiveValue(
    "sellingPrice",
    view.card.vehicle.sellingPrice,
    (sellingPrice) => ({ type: "vehicle.sellingPriceSet", sellingPrice }),
    { keepsRefused: true },
  );
  const lease = useFieldLease("sellingPrice");
  return (
    <div className="flex items-start justify-between gap-4 px-4 py-1.5">
      <span className="pt-2 font-semibold">{t("lines.sellingPrice")}</span>
      <MoneyField
        {...leasedFrame(price.frame, lease)}
        label={t("priceEdit")}
        hideLabel
        className="w-36 [&_input]:text-right"
        value={price.value}
        onCommit={(amount) => price.set(cents(amount))}
      />
    </div>
  );
}

/** The least this person may set, from their own authority; null where it is not theirs to know. */
export function usePriceLimit(): string | null {
  const { view, me } = useDeal();
  const format = useFormat();
  const { authority } = staffFigures(view);
  const { vehicle } = view.card.vehicle;
  const own = me && amountOf(authority?.[authorityRow(me.role as StaffRole)]?.discount);
  if (!vehicle || own === null) return null;
  return format.money(vehicle.advertisedPrice - own, { cents: "whenAny" });
}
