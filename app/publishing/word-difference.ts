export interface WordStretch {
  kind: "same" | "out" | "in";
  words: string;
}

/** Longer texts are shown whole, old and new: the table below grows with the square. */
const MOST_WORDS = 700;

/** What became of a text, word by word: the longest common run stays, the rest went or came. */
export function wordDifference(before: string, after: string): WordStretch[] {
  const [old, next] = [before.split(/\s+/).filter(Boolean), after.split(/\s+/).filter(Boolean)];
  if (old.length > MOST_WORDS || next.length > MOST_WORDS)
    return [
      { kind: "out", words: before },
      { kind: "in", words: after },
    ];
  const lengths = Array.from({ length: old.length + 1 }, () => new Uint16Array(next.length + 1));
  const at = (row: number, column: number) => lengths[row]?.[column] ?? 0;
  for (let row = old.length - 1; row >= 0; row--)
    for (let column = next.length - 1; column >= 0; column--) {
      const line = lengths[row];
      if (line)
        line[column] =
          old[row] === next[column] ? at(row + 1, column + 1) + 1 : Math.max(at(row + 1, column), at(row, column + 1));
    }
  const stretches: WordStretch[] = [];
  const add = (kind: WordStretch["kind"], word: string) => {
    const last = stretches.at(-1);
    if (last?.kind === kind) last.words += ` ${word}`;
    else stretches.push({ kind, words: word });
  };
  let [row, column] = [0, 0];
  while (row < old.length || column < next.length) {
    const [gone, come] = [old[row], next[column]];
    if (gone !== undefined && gone === come) [row, column] = (add("same", gone), [row + 1, column + 1]);
    else if (come !== undefined && (gone === undefined || at(row, column + 1) >= at(row + 1, column))) {
      add("in", come);
      column++;
    } else {
      add("out", gone ?? "");
      row++;
    }
  }
  return stretches;
}
