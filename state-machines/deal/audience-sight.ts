import { type Audience, audiences } from "../store/actor";
import { dealVisibility } from "./deal-visibility";

function seesAll(rows: object, eyes: Audience, of: Audience): boolean {
  if (Array.isArray(rows)) return !rows.includes(of) || rows.includes(eyes);
  return Object.values(rows).every((below: object) => seesAll(below, eyes, of));
}

/** Does whoever has these eyes see everything the other sees? Told from the allow-list itself, leaf by leaf. */
export const sightCovers = (eyes: Audience, of: Audience): boolean => seesAll(dealVisibility, eyes, of);

/** Whose screen somebody may be shown without learning a value that their own does not hold. */
export const audiencesWithin = (eyes: Audience): Audience[] => audiences.filter((of) => sightCovers(eyes, of));
