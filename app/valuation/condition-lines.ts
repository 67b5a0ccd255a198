import { type Cents, cents } from "#machines/money/cents";
import type { ConditionAnswers, ConditionQuestion, ValuationLine } from "#machines/stages/trade";
import type { DamageKind, DamageMark, DamageSize } from "#machines/stages/trade-damage";

/** What an answer takes off or adds, in dollars: the store's own experience of what it costs to put right. */
const answerDollars: { [Question in ConditionQuestion]: Record<string, number> } = {
  warningLights: { none: 0, some: -900 },
  accidents: { none: 0, repaired: -1_200, unrepaired: -2_600 },
  tires: { good: 0, worn: -400 },
  body: { clean: 0, scratches: -350, dents: -900 },
  interior: { clean: 0, worn: -300, smokedIn: -800 },
  keys: { two: 0, one: -200 },
  repairs: { none: 0, needed: -700 },
  serviceRecords: { full: 450, some: 0, none: -250 },
};

/** What a mark costs to put right, in dollars. */
const markDollars: Record<DamageKind, Record<DamageSize, number>> = {
  scratch: { coin: 50, hand: 150, larger: 350 },
  dent: { coin: 100, hand: 300, larger: 700 },
  chip: { coin: 50, hand: 150, larger: 300 },
  crack: { coin: 150, hand: 400, larger: 700 },
  rust: { coin: 150, hand: 450, larger: 900 },
  missing: { coin: 100, hand: 300, larger: 600 },
};

const dollars = (amount: number): Cents => cents(amount * 100);

/**
 * What the car's own condition does to its value, a line for each thing that does anything. Marks on the drawing say more
 * than the one answer about the body, and stand in its place: nothing is counted twice.
 */
export function conditionLines(condition: ConditionAnswers, damage: readonly DamageMark[]): ValuationLine[] {
  const answers = (Object.entries(condition) as [ConditionQuestion, string][])
    .filter(([question]) => question !== "body" || damage.length === 0)
    .map(([question, answer]) => ({ code: question as string, amount: dollars(answerDollars[question][answer] ?? 0) }));
  const marks = damage.reduce((total, { kind, size }) => total + markDollars[kind][size], 0);
  return [...answers, { code: "damage", amount: dollars(-marks) }].filter(({ amount }) => amount !== 0);
}
