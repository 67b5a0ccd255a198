import { useCurrentCar } from "#app/deal-card/current-car";
import { LivePlace } from "#app/deal-card/live-place";
import { useReaderVoice } from "#app/deal-card/reader-voice";
import { tradeMessages } from "#app/deal-card/trade/trade-messages";
import { useLiveValue } from "#app/deal-card/use-live-value";
import { useMessages } from "#app/ui/messages";
import { SegmentedControl } from "#app/ui/segmented-control";
import { conditionQuestions, type ConditionQuestion } from "#machines/stages/trade";

const questions = Object.keys(conditionQuestions) as ConditionQuestion[];

/** One line a question, its answers side by side; each saves itself. */
export function ConditionQuestions() {
  const t = useMessages(tradeMessages);
  const voice = useReaderVoice();
  return (
    <LivePlace field="tradeCondition" byLine tint={false}>
      <p className="mb-2 text-13 text-ink-3">{t("condition.note", { ...voice })}</p>
      <div className="divide-y divide-line border-y border-line">
        {questions.map((question) => (
          <Question key={question} question={question} />
        ))}
      </div>
    </LivePlace>
  );
}

function Question({ question }: { question: ConditionQuestion }) {
  const { trade, about } = useCurrentCar();
  const t = useMessages(tradeMessages);
  const answer = useLiveValue<string | undefined>("tradeCondition", trade.condition[question], (value) => ({
    type: "trade.conditionAnswered",
    question,
    answer: value ?? "",
    ...about,
  }));
  // The keys are the core's own questions and answers, each of which has a text.
  const say = t as unknown as (key: string) => string;
  const label = say(`condition.question.${question}`);
  return (
    <div className="grid items-center gap-x-4 gap-y-1.5 py-2.5 sm:grid-cols-[minmax(0,1fr)_minmax(0,20rem)]">
      <span>
        {label}
        <span className="block text-12 text-ink-3">{say(`condition.why.${question}`)}</span>
        {answer.frame.error ? <span className="block text-12 text-neg">{answer.frame.error}</span> : null}
      </span>
      <SegmentedControl
        label={label}
        name={`condition-${question}`}
        size="medium"
        value={answer.value ?? ""}
        onChange={answer.set}
        segments={conditionQuestions[question].map((value) => ({
          value: value as string,
          label: say(`condition.answer.${question}.${value}`),
        }))}
      />
    </div>
  );
}
