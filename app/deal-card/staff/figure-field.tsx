import { RateField } from "#app/ui/rate-field";
import { MoneyField, NumberField } from "#app/ui/live-field";
import type { ApprovalKind } from "#machines/deal/approval";

interface FigureFieldProps {
  kind: ApprovalKind;
  label: string;
  value: number;
  onChange: (value: number) => void;
}

/** A figure in the unit of its kind: an amount, a rate or months. */
export function FigureField({ kind, label, value, onChange }: FigureFieldProps) {
  const field = { label, value, onType: onChange, onCommit: onChange };
  switch (kind) {
    case "contractRate":
      return <RateField {...field} />;
    case "termMonths":
    case "pencil":
      return <NumberField {...field} least={1} most={120} />;
    case "sellingPrice":
    case "docFeeWaiver":
      return <MoneyField {...field} />;
  }
}
