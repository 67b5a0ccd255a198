import { waitParties, type WaitParty } from "#machines/deal/wait-parties";
import { now } from "#app/platform/clock.server";
import { database } from "#app/platform/database.server";
import { flushWaitSpells } from "./wait-spells.server";

/** Figures look back this far: a month of a store. */
export const WAIT_FIGURES_DAYS = 30;

/** Waiting for one party over the period, as the desk shows it. */
export interface WaitFigure {
  party: WaitParty;
  waits: number;
  medianSeconds: number;
  /** Nine in ten were shorter. */
  longSeconds: number;
  promised: number;
  late: number;
}

/** Median waiting by party, over the waits that ended in the period. */
export async function waitFigures(rooftopId: string, days = WAIT_FIGURES_DAYS): Promise<WaitFigure[]> {
  await flushWaitSpells();
  const from = new Date(now().getTime() - days * 86_400_000);
  const { rows } = await database().query<Omit<WaitFigure, "party"> & { party: string }>(
    `with spells as (
       select "party", "late", "promisedUntil", greatest(0, extract(epoch from ("until" - "since"))) as "seconds"
         from "WaitSpell" where "rooftopId" = $1 and "until" >= $2
     )
     select "party", count(*)::int as "waits",
            round(percentile_cont(0.5) within group (order by "seconds"))::int as "medianSeconds",
            round(percentile_cont(0.9) within group (order by "seconds"))::int as "longSeconds",
            count("promisedUntil")::int as "promised", count(*) filter (where "late")::int as "late"
       from spells group by "party"`,
    [rooftopId, from.toISOString()],
  );
  return waitParties.flatMap((party) => {
    const row = rows.find((one) => one.party === party);
    return row ? [{ ...row, party }] : [];
  });
}
