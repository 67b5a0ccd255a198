import { remember } from "#app/platform/remember.server";

const chains = remember("photoChains", () => new Map<string, Promise<unknown>>());

/** Runs work of one name in the order it was asked for, never two at once. A failure is its asker's alone. */
export function oneAtATime<T>(name: string, work: () => Promise<T>): Promise<T> {
  const before = chains.get(name) ?? Promise.resolve();
  const mine = before.then(work, work);
  const settled = mine.then(
    () => undefined,
    () => undefined,
  );
  chains.set(name, settled);
  void settled.then(() => {
    if (chains.get(name) === settled) chains.delete(name);
  });
  return mine;
}
