import { type FormEvent, useId, useState } from "react";
import { rateMessages } from "#app/deal-card/staff/rate-messages";
import { KeptRateReason, RateReasonField } from "#app/deal-card/staff/rate-reason";
import { buyRateOf, highestRateOf } from "#app/deal-card/staff/store-gross";
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
import type { RateReason } from "#machines/stages/finance";
import { ppmFromPercent, type Ppm } from "#machines/money/rate";

/** The customer's rate beside the lender's, for those who may see it; the rate is set here by those who may. */
export function RateBlock() {
  const { view } = useDeal();
  const t = useMessages(rateMessages);
  const format = useFormat();
  const { role } = useActionReader();
  const { minimumCashDown } = staffFigures(view);
  const { termMonths, cashDown, method } = view.card.finance;
  const buyRate = buyRateOf(view);
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
            <RateForm key={contractRate} rate={contractRate} limit={highestRateOf(view)} />
          ) : (
            <StaffLine label={t("contract")}>{format.percent(contractRate)}</StaffLine>
          )}
          <StaffLine sum label={t("spread")}>
            {format.percent(contractRate - buyRate)}
          </StaffLine>
          <KeptRateReason />
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
  const [reason, setReason] = useState<RateReason | null>(null);
  const [missing, setMissing] = useState(false);
  const labelId = useId();
  const { contractRateOverride: override, termMonths, creditBand } = view.card.finance;
  const table = view.card.store.retailTerms.find((row) => row.termMonths === termMonths)?.contractRate[creditBand];
  const save = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const typed = String(new FormData(event.currentTarget).get("rate") ?? "")
      .replace(",", ".")
      .replace("%", "")
      .trim();
    const isRate = /^\d{1,2}(\.\d{1,4})?$/.test(typed);
    setUnread(!isRate);
    if (!isRate) return;
    const contractRate = ppmFromPercent(typed);
    const isTable = contractRate === table;
    setMissing(!isTable && reason === null);
    if (isTable) void act({ type: "finance.contractRateSet", contractRate });
    else if (reason) void act({ type: "finance.contractRateSet", contractRate, reason });
  };
  return (
    <form onSubmit={save} className="flex flex-wrap items-center gap-2">
      <span id={labelId} className="min-w-28 flex-1">
        {t("contract")}
        <span className="block text-12 whitespace-nowrap text-staff-600">
          {limit === null ? t("rateHint") : t("cap", { limit: format.percent(limit) })}
        </span>
      </span>
      <span className="ml-auto flex items-center gap-2">
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
      </span>
      <RateReasonField value={reason} onChange={setReason} missing={missing} />
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
