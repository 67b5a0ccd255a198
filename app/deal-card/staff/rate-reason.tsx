import { rateReasonMessages } from "#app/deal-card/staff/rate-reason-messages";
import { useDeal } from "#app/deal-card/use-deal";
import { useMessages } from "#app/ui/messages";
import { SelectField } from "#app/ui/text-field";
import { staffFigures } from "#machines/deal/deal-view";
import { type RateReason, rateReasons } from "#machines/stages/finance";

export const readRateReason = (value: unknown): RateReason | null =>
  rateReasons.find((reason) => reason === value) ?? null;

interface RateReasonProps {
  value: RateReason | null;
  onChange: (reason: RateReason | null) => void;
  missing?: boolean;
}

/** Asked for beside every rate that is not the table's own. */
export function RateReasonField({ value, onChange, missing = false }: RateReasonProps) {
  const t = useMessages(rateReasonMessages);
  return (
    <SelectField
      label={t("label")}
      className="w-full"
      error={missing ? t("missing") : undefined}
      placeholder={t("none")}
      value={value ?? ""}
      onChange={(event) => onChange(readRateReason(event.currentTarget.value))}
      options={rateReasons.map((reason) => ({ value: reason, label: t(`reason.${reason}`) }))}
    />
  );
}

/** The reason that stands beside the rate, for those who are shown it. */
export function KeptRateReason() {
  const { view } = useDeal();
  const t = useMessages(rateReasonMessages);
  const kept = staffFigures(view).rateException;
  const reason = readRateReason(kept?.reason);
  const { contractRateOverride } = view.card.finance;
  if (!reason || contractRateOverride === null || kept?.contractRate !== contractRateOverride) return null;
  return <p className="text-13 text-staff-600">{t("kept", { reason: t(`reason.${reason}`) })}</p>;
}
