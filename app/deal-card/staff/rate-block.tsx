import { type FormEvent, useId, useState } from "react";
import { rateMessages } from "#app/deal-card/staff/rate-messages";
import { amountOf } from "#app/deal-card/staff-amount";
import { useActionReader } from "#app/deal-card/summary/next-step-action";
import { useDeal } from "#app/deal-card/use-deal";
import { useSend } from "#app/deal-card/use-send";
import { Button } from "#app/ui/button";
import { useMessages } from "#app/ui/messages";
import { StaffBlock, StaffLine } from "#app/ui/staff-block";
import { TextField } from "#app/ui/text-field";
import { useFormat } from "#app/ui/use-format";
import { permissionFor } from "#machines/deal/deal-permissions";
import { staffFigures } from "#machines/deal/deal-view";
import { contractRateFor } from "#machines/deal/deal-worksheet";
import { ppmFromPercent, type Ppm } from "#machines/money/rate";

const rateOf = (value: unknown): Ppm | null => (typeof value === "number" ? (value as Ppm) : null);

/** The customer's rate beside the lender's, for those who may see it; the rate is set here by those who may. */
export function RateBlock() {
  const { view } = useDeal();
  const t = useMessages(rateMessages);
  const format = useFormat();
  const { role } = useActionReader();
  const { buyRates, minimumCashDown, rateCapOverBuyRate } = staffFigures(view);
  const { termMonths, creditBand, cashDown, method } = view.card.finance;
  const row = buyRates?.find((terms) => terms.termMonths === termMonths);
  const buyRate = rateOf(row?.buyRate?.[creditBand]);
  const cap = rateOf(rateCapOverBuyRate);
  const contractRate = contractRateFor(view.card, termMonths);
  const minimum = amountOf(minimumCashDown);
  const isBelow = minimum !== null && cashDown < minimum;
  const showsRate = method === "finance" && buyRate !== null && contractRate !== null;
  if (!showsRate && !isBelow) return null;
  return (
    <StaffBlock title={t("rate")}>
      {showsRate ? (
        <>
          <StaffLine label={t("buy")}>{format.percent(buyRate)}</StaffLine>
          {permissionFor("finance.contractRateSet").by.includes(role) ? (
            <RateForm key={contractRate} rate={contractRate} limit={cap === null ? null : buyRate + cap} />
          ) : (
            <StaffLine label={t("contract")}>{format.percent(contractRate)}</StaffLine>
          )}
          <StaffLine sum label={t("spread")}>
            {format.percent(contractRate - buyRate)}
          </StaffLine>
        </>
      ) : null}
      {isBelow ? <p className="text-13 text-staff-600">{t("below")}</p> : null}
    </StaffBlock>
  );
}

function RateForm({ rate, limit }: { rate: Ppm; limit: number | null }) {
  const { view } = useDeal();
  const t = useMessages(rateMessages);
  const format = useFormat();
  const { busy, act } = useSend();
  const [unread, setUnread] = useState(false);
  const labelId = useId();
  const override = view.card.finance.contractRateOverride;
  const save = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const typed = String(new FormData(event.currentTarget).get("rate") ?? "")
      .replace(",", ".")
      .replace("%", "")
      .trim();
    const isRate = /^\d{1,2}(\.\d{1,4})?$/.test(typed);
    setUnread(!isRate);
    if (isRate) void act({ type: "finance.contractRateSet", contractRate: ppmFromPercent(typed) });
  };
  return (
    <form onSubmit={save} className="flex items-center gap-2 max-xl:flex-wrap">
      <span id={labelId} className="min-w-0 flex-1">
        {t("contract")}
        <span className="block text-12 text-staff-600">
          {limit === null ? t("rateHint") : t("cap", { limit: format.percent(limit) })}
        </span>
      </span>
      <TextField
        name="rate"
        label={t("contract")}
        hideLabel
        error={unread ? t("notARate") : undefined}
        className="w-20 [&_input]:px-2 [&_input]:text-right"
        inputMode="decimal"
        autoComplete="off"
        defaultValue={format.percent(rate)}
      />
      <Button type="submit" size="small" busy={busy}>
        {t("set")}
      </Button>
      {override === null ? null : (
        <Button
          kind="quiet"
          size="small"
          className="ml-auto"
          busy={busy}
          onClick={() => void act({ type: "finance.contractRateSet", contractRate: null })}
        >
          {t("back")}
        </Button>
      )}
    </form>
  );
}
