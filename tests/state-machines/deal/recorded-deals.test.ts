import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { contextOf, type DealState, lifeOf, statusesOf } from "#machines/deal/apply-deal-event";
import { headlineNumbers } from "#machines/deal/deal-changes";
import { viewOf } from "#machines/deal/view-of-deal";
import { parseStoredEvent, restoreDeal, storeDeal, type StoredDeal } from "#machines/deal/stored-deal";
import { fniManager } from "#tests/support/a-deal";
import { told } from "#tests/support/judged-deal";
import { type RecordedRow, replay, stateHash } from "./recorded-deals";

const read = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(`./recorded/${name}`, import.meta.url), "utf8"));
const recorded = read("started-to-delivered.json") as {
  rows: RecordedRow[];
  stateHash: string;
  headline: object;
  kept: object;
};
const storedOne = read("stored-deal-1.json") as StoredDeal;
const storedTwo = read("stored-deal-2.json") as StoredDeal;
const storedThree = read("stored-deal-3.json") as StoredDeal;
const headline = (state: DealState) => headlineNumbers(viewOf(state, "customer"));

describe("[D2] [D9] LIVE-09: a recorded deal means for ever what it meant", () => {
  test("from its vehicle page to the keys, it folds to the state it was recorded with", () => {
    const state = replay(recorded.rows);
    expect(lifeOf(state)).toBe("delivered");
    expect(headline(state)).toMatchObject(recorded.headline);
    expect(statusesOf(state).kept).toEqual(recorded.kept);
    expect(stateHash(state)).toBe(recorded.stateHash);
  });

  test("folding twice, or on from a snapshot at any revision, makes no difference", () => {
    for (const at of [1, 12, 25, 46, 50, recorded.rows.length]) {
      const restored = restoreDeal(JSON.parse(JSON.stringify(storeDeal(replay(recorded.rows.slice(0, at))))));
      const rest = recorded.rows.slice(at);
      expect(stateHash(replay(rest, restored))).toBe(recorded.stateHash);
    }
  });

  test("an unknown event type stops the replay with its type", () => {
    const rows = structuredClone(recorded.rows);
    rows[4] = { ...rows[4]!, event: { type: "deal.teleported" } };
    expect(() => replay(rows)).toThrow(/cannot be read: deal\.teleported/);
    expect(() => parseStoredEvent(null)).toThrow(/cannot be read: undefined/);
  });

  test("money that would not have been accepted stops it too, as does an unknown field", () => {
    expect(() => parseStoredEvent({ type: "finance.cashDownSet", cashDown: 1.5 })).toThrow(/finance\.cashDownSet/);
    expect(() => parseStoredEvent({ type: "finance.cashDownSet", cashDown: -1 })).toThrow(/finance\.cashDownSet/);
    expect(() => parseStoredEvent({ type: "finance.cashDownSet", cashDown: 1, acv: 1 })).toThrow(/acv/);
  });

  test("a gap or a repeat in the revisions stops it", () => {
    const [first, second] = recorded.rows;
    expect(() => replay([first!, { ...second!, revision: 3 }])).toThrow(/revision 3 follows 1/);
    expect(() => replay([first!, { ...second!, revision: 1 }])).toThrow(/revision 1 follows 1/);
    expect(() => replay([second!])).toThrow(/begins with deal\.started/);
  });
});

describe("[D9] a stored snapshot", () => {
  test("of an older version is not used: the journal is folded instead", () => {
    expect(restoreDeal(storedOne)).toBeNull();
    expect(restoreDeal(storedTwo)).toBeNull();
  });

  test("of this version is restored with the statuses behind its freeze", () => {
    const state = restoreDeal(storedThree)!;
    expect(lifeOf(state)).toBe("contracting");
    expect(stateHash(state)).toBe(stateHash(replay(recorded.rows.slice(0, state.revision))));
    const again = told(state, { event: { type: "deal.reopened", reason: "Wrong rate" }, by: fniManager });
    expect(statusesOf(again).statuses).toEqual(statusesOf(state).kept);
    expect(contextOf(again).life.contractingRevision).toBeNull();
  });
});
