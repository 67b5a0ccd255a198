import { StatedLabel } from "#app/deal-card/taxes/stated-label";
import { BasisText } from "#app/deal-card/taxes/basis-text";
import { MoneyLine } from "#app/ui/money-line";
import type { MoneyLine as Line } from "#machines/desking/worksheet";
import type { FinanceDealData } from "./desk-data";

interface ContractLineProps {
  line: Line;
  labelOf: (line: Line) => string;
  overrides: FinanceDealData["overrides"];
}

/** A row of the contract that opens what it is made of; a tax or a fee opens what it rests on. */
export function ContractLine({ line, labelOf, overrides }: ContractLineProps) {
  const { basis } = line;
  if (!basis)
    return (
      <MoneyLine label={labelOf(line)} amount={line.amount}>
        {line.lines?.map((part) => (
          <ContractLine key={part.code} line={part} labelOf={labelOf} overrides={overrides} />
        ))}
      </MoneyLine>
    );
  const isStated = basis.workedOut !== null;
  return (
    <MoneyLine
      label={isStated ? <StatedLabel>{labelOf(line)}</StatedLabel> : labelOf(line)}
      amount={line.amount}
      tone={isStated ? "stated" : "plain"}
    >
      <BasisText basis={basis} stated={statedOf(line.code, overrides)} />
    </MoneyLine>
  );
}

/** A tax rolled into the lease is stated as the tax at signing. */
const statedOf = (code: string, overrides: FinanceDealData["overrides"]) =>
  overrides.find((override) => override.code === (code === "capitalizedTax" ? "upfrontTax" : code)) ?? null;
