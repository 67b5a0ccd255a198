import type { ReactNode } from "react";
import { useCurrentCar } from "#app/deal-card/current-car";
import { useFindingWords } from "#app/deal-card/trade/finding-words";
import { verificationMessages } from "#app/deal-card/trade/verification-messages";
import { Chip } from "#app/ui/chip";
import { NumberField } from "#app/ui/live-field";
import { useMessages } from "#app/ui/messages";
import { SegmentedControl } from "#app/ui/segmented-control";
import { useFormat } from "#app/ui/use-format";
import { type ConditionAnswers, type ConditionQuestion, conditionQuestions } from "#machines/stages/trade";
import { type FindingSubject, ODOMETER_TOLERANCE_MILES } from "#machines/stages/trade-verification";

const MOST_MILES = 999_999;
const questions = Object.keys(conditionQuestions) as ConditionQuestion[];

/** One line of the checklist: what was told on the left, what is found on the right, and whether they differ. */
function Row({
  name,
  told,
  differs,
  children,
}: {
  name: ReactNode;
  told: ReactNode;
  differs: boolean;
  children: ReactNode;
}) {
  const t = useMessages(verificationMessages);
  return (
    <div className="grid items-center gap-x-4 gap-y-1.5 py-2.5 sm:grid-cols-[minmax(0,1fr)_minmax(0,19rem)]">
      <div className="flex items-center justify-between gap-2">
        <span>
          {name}
          <span className="block text-12 text-ink-3">
            {t("told")}: {told}
          </span>
        </span>
        {differs ? <Chip kind="warning">{t("differs")}</Chip> : null}
      </div>
      {children}
    </div>
  );
}

interface ChecklistRowsProps {
  odometer: number;
  vinMatches: boolean;
  findings: ConditionAnswers;
  differences: readonly FindingSubject[];
  onOdometer: (miles: number) => void;
  onVin: (matches: boolean) => void;
  onFinding: (question: ConditionQuestion, answer: string) => void;
}

export function ChecklistRows(props: ChecklistRowsProps) {
  const { odometer, vinMatches, findings, differences, onOdometer, onVin, onFinding } = props;
  const { description, condition } = useCurrentCar().trade;
  const t = useMessages(verificationMessages);
  const format = useFormat();
  const words = useFindingWords();
  if (!description) return null;
  return (
    <div className="divide-y divide-line border-y border-line">
      <Row name={t("odometer")} told={format.miles(description.mileage)} differs={differences.includes("odometer")}>
        <NumberField
          label={t("odometer")}
          hideLabel
          most={MOST_MILES}
          after="mi"
          value={odometer}
          onType={onOdometer}
          onCommit={onOdometer}
          hint={differences.includes("odometer") ? `± ${format.miles(ODOMETER_TOLERANCE_MILES)}` : undefined}
        />
      </Row>
      <Row
        name={t("vin")}
        told={description.vin ?? words.answer("keys", undefined)}
        differs={differences.includes("vin")}
      >
        <SegmentedControl
          label={t("vin")}
          name="check-vin"
          size="medium"
          value={vinMatches ? "yes" : "no"}
          onChange={(value) => onVin(value === "yes")}
          segments={(["yes", "no"] as const).map((value) => ({ value, label: t(value) }))}
        />
      </Row>
      {questions.map((question) => (
        <Row
          key={question}
          name={words.subject(question)}
          told={words.answer(question, condition[question])}
          differs={differences.includes(question)}
        >
          <SegmentedControl
            label={`${words.subject(question)}, ${t("found")}`}
            name={`check-${question}`}
            size="medium"
            value={findings[question] ?? ""}
            onChange={(value: string) => onFinding(question, value)}
            segments={conditionQuestions[question].map((value) => ({
              value: value as string,
              label: words.answer(question, value),
            }))}
          />
        </Row>
      ))}
    </div>
  );
}
