// The figures as a table for people. Ratios are what counts: they are made from rounds that ran one after the other, so a
// machine that is busy with something else slows both sides.
const NUMBER = new Intl.NumberFormat("en-US", { maximumFractionDigits: 0 });

const whole = (value) => (value === null ? "–" : NUMBER.format(value));
const fine = (value) => (value === null ? "–" : value.toFixed(2));
const share = (value) => `${Math.round(value * 100)} %`;

export function median(values) {
  if (values.some((value) => value === null)) return null;
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** Each figure of a list of rounds by its median. */
export const medians = (rounds) =>
  Object.fromEntries(Object.keys(rounds[0]).map((key) => [key, median(rounds.map((round) => round[key]))]));

/** The median of what each round says against the yardstick's round beside it. */
export const ratio = (rounds, yardstick, key) =>
  median(rounds.map((round, index) => round[key] / yardstick[index][key]));

/** The same by processor time: how many times the yardstick's work one edit or page is, whoever else used the machine. */
export const costRatio = (rounds, yardstick) =>
  rounds.some(({ serverMicros }) => serverMicros === null)
    ? null
    : median(rounds.map((round, index) => yardstick[index].serverMicros / round.serverMicros));

function table(rows) {
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => row[column].length)));
  for (const row of rows)
    console.log(
      `  ${row.map((cell, column) => (column === 0 ? cell.padEnd(widths[0]) : cell.padStart(widths[column]))).join("   ")}`,
    );
  console.log();
}

export function printEdits(title, results) {
  console.log(title);
  table([
    [
      "",
      "edits/s",
      "p50 ms",
      "p99 ms",
      "server µs/edit",
      "database µs/edit",
      "load busy",
      "ratio edits/s",
      "ratio by µs",
    ],
    ...results.map(({ name, figures, ratios }) => [
      name,
      whole(figures.perSecond),
      fine(figures.p50),
      fine(figures.p99),
      whole(figures.serverMicros),
      whole(figures.databaseMicros),
      share(figures.loadBusy),
      fine(ratios.perSecond),
      fine(ratios.cost),
    ]),
  ]);
}

export function printPages(title, results) {
  console.log(title);
  table([
    ["", "pages/s", "server µs/page", "KB on the wire", "load busy", "ratio pages/s", "ratio by µs"],
    ...results.map(({ name, figures, ratios }) => [
      name,
      whole(figures.perSecond),
      whole(figures.serverMicros),
      (figures.bytes / 1_024).toFixed(1),
      share(figures.loadBusy),
      fine(ratios.perSecond),
      fine(ratios.cost),
    ]),
  ]);
}

export function printNumbers(title, results) {
  console.log(title);
  table([
    ["", "p50 ms", "p99 ms", "slowest ms", "may take ms"],
    ...results.map(({ name, p50, p99, slowest, most }) => [name, fine(p50), fine(p99), fine(slowest), fine(most)]),
  ]);
}

export function printStock(title, results) {
  console.log(title);
  table([
    [
      "",
      "p50 ms",
      "p99 ms",
      "slowest ms",
      "processor ms",
      "longest turn ms",
      "of it processor ms",
      "loop delay ms (node)",
    ],
    ...results.map(({ name, p50, p99, slowest, processorMs, longestTurn, longestUsed, nodesDelay }) => [
      name,
      fine(p50),
      fine(p99),
      fine(slowest),
      fine(processorMs),
      fine(longestTurn),
      fine(longestUsed),
      fine(nodesDelay),
    ]),
  ]);
}

/** Times that must not be longer than a limit. */
export function printTimes(times) {
  for (const { name, p50, most } of times)
    console.log(
      `${(p50 <= most ? "reached" : "NOT REACHED").padEnd(13)} ${name}: ${fine(p50)} ms, expected ≤ ${fine(most)} ms`,
    );
}

export function printVerdicts(verdicts) {
  for (const { what, ratio: reached, expected, most } of verdicts) {
    const enough = most === undefined ? reached >= expected : reached <= most;
    const answer = reached === null ? "not measured" : enough ? "reached" : "NOT REACHED";
    const bound = most === undefined ? `≥ ${fine(expected)}` : `≤ ${fine(most)}`;
    console.log(`${answer.padEnd(13)} ${what}: ${fine(reached)}, expected ${bound}`);
  }
}
