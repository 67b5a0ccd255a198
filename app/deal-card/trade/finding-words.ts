import { findingMessages } from "#app/deal-card/trade/finding-messages";
import { tradeMessages } from "#app/deal-card/trade/trade-messages";
import { useMessages } from "#app/ui/messages";
import { useFormat } from "#app/ui/use-format";
import type { DealView } from "#machines/deal/deal-view";
import { conditionQuestions, type ConditionQuestion } from "#machines/stages/trade";
import type { FindingSubject } from "#machines/stages/trade-verification";

type Slice = DealView["card"]["trade"];

export const isQuestion = (about: FindingSubject): about is ConditionQuestion => about in conditionQuestions;

/** What a line of the checklist is called, and its answer in words. */
export function useFindingWords() {
  const t = useMessages(findingMessages);
  const words = useMessages(tradeMessages);
  const format = useFormat();
  // The keys are the core's own questions and answers, each of which has a text.
  const say = words as unknown as (key: string) => string;
  const answer = (question: ConditionQuestion, value: string | undefined) =>
    value === undefined ? t("notSaid") : say(`condition.answer.${question}.${value}`);
  return {
    answer,
    subject: (about: FindingSubject) => (isQuestion(about) ? say(`range.lines.${about}`) : t(`subject.${about}`)),
    /** Null where words say it better than a pair: a mark, another reason. */
    toldAndFound(about: FindingSubject, { condition, description, verification }: Slice) {
      if (!verification) return { told: null, found: null };
      if (isQuestion(about))
        return { told: answer(about, condition[about]), found: answer(about, verification.findings[about]) };
      if (about === "odometer" && description)
        return { told: format.miles(description.mileage), found: format.miles(verification.odometer) };
      return { told: null, found: null };
    },
  };
}
