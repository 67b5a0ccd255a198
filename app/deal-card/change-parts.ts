import { changePartMessages } from "#app/deal-card/change-part-messages";
import { formatMoney } from "#app/ui/format";
import type { Locale } from "#app/ui/locale";
import { translator } from "#app/ui/translator";
import type { HeadlineNumbers } from "#machines/deal/deal-changes";
import { type Contribution, type WatchedFigure, watchedFigureNames } from "#machines/desking/explain-change";
import type { ActorRef } from "#machines/store/actor";

/** A cause's part, with whose doing it was where several people had a hand in the change. */
type Part = Contribution & { by?: ActorRef };

interface ExplainedNumbers {
  before: HeadlineNumbers;
  after: HeadlineNumbers;
  parts: readonly Part[];
}

/** Who did it, as the reader knows them. */
export type NameOf = (by: ActorRef) => string;

/** Comparable only between deals that are paid for in the same way. */
const ofOneKind: readonly WatchedFigure[] = ["payment", "totalOfPayments"];

/** "term −$80.16": the causes of one figure's change, largest first; they add up to it to the cent. */
export function partWords(parts: readonly Part[], figure: WatchedFigure, locale: Locale, nameOf?: NameOf): string[] {
  const t = translator(changePartMessages, locale);
  return parts
    .filter((part) => part[figure])
    .toSorted((one, other) => Math.abs(other[figure] ?? 0) - Math.abs(one[figure] ?? 0))
    .map((part) => {
      const words = {
        code: t(`code.${part.code}`),
        amount: formatMoney(part[figure] ?? 0, locale, { sign: "always" }),
      };
      return part.by && nameOf ? t("partBy", { ...words, who: nameOf(part.by) }) : t("part", words);
    });
}

/**
 * A sentence for every figure that moved, but the ones already said: by how much, and through what where more than one
 * cause had a part. A figure that one side does not have has no sentence; nor have payments of unlike kinds, for a lease
 * is not a cheaper loan.
 */
export function figureSentences(
  { before, after, parts }: ExplainedNumbers,
  locale: Locale,
  { but = [], nameOf }: { but?: readonly WatchedFigure[]; nameOf?: NameOf } = {},
): string[] {
  const t = translator(changePartMessages, locale);
  return watchedFigureNames
    .filter((name) => !but.includes(name) && (before.method === after.method || !ofOneKind.includes(name)))
    .flatMap((name) => {
      const [was, is] = [before[name], after[name]];
      if (was === null || is === null || was === is) return [];
      const move = is < was ? "down" : "up";
      const figure = t(`figure.${name}`, { move, amount: formatMoney(Math.abs(is - was), locale) });
      const words = partWords(parts, name, locale, nameOf);
      return [
        words.length > 1 || nameOf ? t("withParts", { figure, parts: words.join(", ") }) : t("alone", { figure }),
      ];
    });
}
