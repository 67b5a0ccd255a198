import { useMessages } from "#app/ui/messages";
import { useFormat } from "#app/ui/use-format";
import type { PromiseDifference } from "#machines/deal/promise-differences";
import { differenceMessages } from "./difference-messages";

interface DifferenceLinesProps {
  differences: readonly PromiseDifference[];
  /** A line's name as the screen around it calls it. */
  labelOf: (line: Pick<PromiseDifference, "code" | "label">) => string;
}

/** Each line that asks for more than was promised: what was said, what is asked, and by how much. */
export function DifferenceLines({ differences, labelOf }: DifferenceLinesProps) {
  const t = useMessages(differenceMessages);
  const format = useFormat();
  const nameOf = (line: PromiseDifference) =>
    line.code === "contractRate" || line.code === "payment" ? t(line.code) : labelOf(line);
  const say = ({ kind, promised, now }: PromiseDifference): string => {
    const amount = kind === "rateHigher" ? (value: number) => format.percent(value) : format.money;
    return t(`line.${kind}`, {
      promised: amount(promised),
      now: amount(now),
      more: amount(Math.abs(now - promised)),
    });
  };
  return (
    <ul className="flex flex-col">
      {differences.map((line) => (
        <li key={line.code} className="border-b border-line py-2.5 last:border-0">
          <span className="block font-semibold">{nameOf(line)}</span>
          <span className="figures block text-13 text-ink-2">{say(line)}</span>
        </li>
      ))}
    </ul>
  );
}
