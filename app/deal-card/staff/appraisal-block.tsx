import { type FormEvent, useState } from "react";
import { useCurrentCar } from "#app/deal-card/current-car";
import { useActionReader } from "#app/deal-card/summary/next-step-action";
import { amountOf } from "#app/deal-card/staff-amount";
import { offerMessages } from "#app/deal-card/staff/offer-messages";
import { useDeal } from "#app/deal-card/use-deal";
import { useSend } from "#app/deal-card/use-send";
import { Button } from "#app/ui/button";
import { MoneyField } from "#app/ui/live-field";
import { useMessages } from "#app/ui/messages";
import { Money } from "#app/ui/money";
import { StaffBlock, StaffLine } from "#app/ui/staff-block";
import { permissionFor } from "#machines/deal/deal-permissions";
import { staffFigures } from "#machines/deal/deal-view";
import { cents, noCents } from "#machines/money/cents";
import { effectiveAllowance } from "#machines/stages/trade";

/** What the trade is worth to the store at wholesale, and by how much the allowance exceeds it. */
export function AppraisalBlock() {
  const { view } = useDeal();
  const { car, trade } = useCurrentCar();
  const t = useMessages(offerMessages);
  const { role } = useActionReader();
  const appraisal = staffFigures(view).appraisals[car - 1];
  const acv = amountOf(appraisal?.acv);
  const recon = amountOf(appraisal?.recon);
  const mayAppraise = permissionFor("trade.acvAppraised").by.includes(role) && trade.description !== null;
  if (acv === null && !mayAppraise) return null;
  const allowance = effectiveAllowance(trade)?.allowance ?? trade.offer?.allowance;
  const over = acv === null || allowance === undefined ? null : allowance - acv;
  return (
    <StaffBlock title={t("appraisal")}>
      {mayAppraise ? (
        <AppraisalForm key={`${car} ${acv} ${recon}`} acv={acv ?? noCents} recon={recon ?? noCents} />
      ) : (
        <>
          <StaffLine label={t("acv")}>
            <Money amount={acv ?? noCents} cents="whenAny" ink="plain" />
          </StaffLine>
          <StaffLine label={t("recon")}>
            <Money amount={recon ?? noCents} cents="whenAny" ink="plain" />
          </StaffLine>
        </>
      )}
      {over === null ? null : (
        <StaffLine sum label={over < 0 ? t("under") : t("over")}>
          <Money amount={Math.abs(over)} cents="whenAny" ink="plain" live />
        </StaffLine>
      )}
    </StaffBlock>
  );
}

function AppraisalForm({ acv: acvInDeal, recon: reconInDeal }: { acv: number; recon: number }) {
  const t = useMessages(offerMessages);
  const { about } = useCurrentCar();
  const { busy, act } = useSend();
  const [acv, setAcv] = useState(acvInDeal);
  const [recon, setRecon] = useState(reconInDeal);
  const save = (event: FormEvent) => {
    event.preventDefault();
    void act({ type: "trade.acvAppraised", acv: cents(acv), recon: cents(recon), ...about });
  };
  return (
    <form onSubmit={save} className="grid grid-cols-2 items-end gap-3">
      <MoneyField label={t("acv")} value={acv} onType={setAcv} onCommit={setAcv} />
      <MoneyField label={t("recon")} value={recon} onType={setRecon} onCommit={setRecon} />
      <Button type="submit" size="small" busy={busy} className="justify-self-start">
        {t("appraise")}
      </Button>
    </form>
  );
}
