import type { ReactNode } from "react";
import { useLineLabel } from "#app/deal-card/line-label";
import { BasisText } from "#app/deal-card/taxes/basis-text";
import { StatedLabel } from "#app/deal-card/taxes/stated-label";
import { useDeal } from "#app/deal-card/use-deal";
import { type JustChanged, MoneyLine } from "#app/ui/money-line";
import type { LineBasis } from "#machines/desking/line-basis";
import type { MoneyLine as Line } from "#machines/desking/money-line";

interface BasisLineProps {
  line: Line;
  basis: LineBasis;
  changed?: JustChanged | null;
  open?: boolean;
  /** Under the explanation: what a manager may do. */
  children?: ReactNode;
}

/** A tax or a fee that opens to what it rests on. One set by hand looks it, to everybody. */
export function BasisLine({ line, basis, changed, open, children }: BasisLineProps) {
  const { view } = useDeal();
  const label = useLineLabel();
  const code = line.code === "capitalizedTax" ? "upfrontTax" : line.code;
  const stated = view.card.taxes.overrides.find((override) => override.code === code) ?? null;
  return (
    <MoneyLine
      label={basis.workedOut === null ? label(line) : <StatedLabel>{label(line)}</StatedLabel>}
      amount={line.amount}
      tone={basis.workedOut === null ? "plain" : "stated"}
      changed={changed}
      open={open}
    >
      <BasisText basis={basis} stated={stated} />
      {children}
    </MoneyLine>
  );
}
