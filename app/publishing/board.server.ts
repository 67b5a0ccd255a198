import { z } from "zod";
import { chosenFact, factSheetSchema } from "#app/intake/fact-sheet";
import { lookersAt } from "#app/merchandising/stock-board.server";
import { now } from "#app/platform/clock.server";
import { database } from "#app/platform/database.server";
import { merchandisingSettings } from "./merchandising-settings.server";
import {
  clockTone,
  lifecycleStates,
  movesByHand,
  promisedHours,
  workStates,
  type ClockTone,
  type LifecycleState,
} from "./vehicle-lifecycle";

export interface BoardCard {
  stockNumber: string;
  name: string;
  vin: string;
  state: LifecycleState;
  hoursHere: number;
  hoursInAll: number | null;
  tone: ClockTone;
  author: string;
  /** Somebody structures a deal on it. */
  lookers: number;
  moves: readonly LifecycleState[];
  needsModel: boolean;
}

export interface BoardColumn {
  state: LifecycleState;
  count: number;
  late: number;
  cards: BoardCard[];
}

const boardStates = [...workStates, "live", "sold"] as const satisfies readonly LifecycleState[];
/** What a column shows at once; the rest is one search away. */
const MOST_CARDS = 12;
const HOUR_MS = 3_600_000;

const rowSchema = z.object({
  stockNumber: z.string(),
  vin: z.string().nullable(),
  frameNumber: z.string().nullable(),
  state: z.enum(lifecycleStates),
  stateSince: z.date(),
  acquiredAt: z.date().nullable(),
  facts: factSheetSchema,
  authorName: z.string(),
});

const isWork = (state: LifecycleState) => (workStates as readonly LifecycleState[]).includes(state);

/** The board: every car by its state, the longest waiting first, with its clocks. */
export async function readBoard(rooftopId: string, filter: { query: string; author: string }) {
  const { liveWithinHours } = await merchandisingSettings(rooftopId);
  const { rows } = await database().query(
    `select "stockNumber", "vin", "frameNumber", "state", "stateSince", "acquiredAt", "facts", "authorName"
       from "MerchandisedVehicle" where "rooftopId" = $1 and "state" = any($2::text[]) order by "stateSince", "stockNumber"`,
    [rooftopId, [...boardStates]],
  );
  const at = now().getTime();
  const cards = rows.map((row) => cardOf(rowSchema.parse(row), at, liveWithinHours));
  const query = filter.query.trim().toLowerCase();
  const shown = cards.filter(
    (card) =>
      (query === "" || `${card.name} ${card.stockNumber} ${card.vin}`.toLowerCase().includes(query)) &&
      (filter.author === "" || card.author === filter.author),
  );
  const columns: BoardColumn[] = boardStates.map((state) => {
    const ofState = shown.filter((card) => card.state === state);
    // What came last is what one looks for where work is done.
    const ordered = isWork(state) ? ofState : ofState.toReversed();
    return {
      state,
      count: ofState.length,
      late: ofState.filter(({ tone }) => tone === "late").length,
      cards: ordered.slice(0, MOST_CARDS),
    };
  });
  return { columns, authors: [...new Set(cards.map(({ author }) => author))].toSorted(), liveWithinHours };
}

function cardOf(row: z.infer<typeof rowSchema>, at: number, liveWithinHours: number): BoardCard {
  const value = (field: string) => chosenFact(row.facts, field)?.value ?? "";
  const hoursHere = Math.max(0, (at - row.stateSince.getTime()) / HOUR_MS);
  const hoursInAll = row.acquiredAt ? Math.max(0, (at - row.acquiredAt.getTime()) / HOUR_MS) : null;
  const tones: ClockTone[] = isWork(row.state)
    ? [clockTone(hoursHere, promisedHours(row.state) ?? Infinity), clockTone(hoursInAll ?? 0, liveWithinHours)]
    : ["fine"];
  return {
    stockNumber: row.stockNumber,
    name:
      [value("year"), value("make"), value("model"), value("trim")].filter(Boolean).join(" ") ||
      (row.frameNumber ?? row.vin ?? ""),
    vin: row.vin ?? row.frameNumber ?? "",
    state: row.state,
    hoursHere,
    hoursInAll,
    tone: tones.includes("late") ? "late" : tones.includes("soon") ? "soon" : "fine",
    author: row.authorName,
    lookers: lookersAt(row.stockNumber),
    moves: movesByHand(row.state),
    needsModel: value("model") === "",
  };
}
