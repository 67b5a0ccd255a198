/** A person's colour on the card: the first, second and third to arrive.. */
export type Who = 1 | 2 | 3;

/** Sets --who for a subtree, so that rings, by-lines and flashes share one rule. */
export const whoVariable: Record<Who, string> = {
  1: "[--who:var(--who-1)]",
  2: "[--who:var(--who-2)]",
  3: "[--who:var(--who-3)]",
};

/** Somebody seen on the page: first name only, never a title. */
export interface Person {
  name: string;
  who: Who;
}
