/** What may be asked to go wrong with the next requests to the API. */
export const faultKinds = [
  "resetBeforeWork",
  "resetAfterWork",
  "hang",
  "hangAfterWork",
  "serverError",
  "rateLimit",
  "slow",
] as const;
export type FaultKind = (typeof faultKinds)[number];

/** A queue: each request to a matching route takes one fault off it. */
export class Faults {
  #next: { kind: FaultKind; route: RegExp }[] = [];

  add(kind: FaultKind, route = ".*", times = 1): void {
    for (let n = 0; n < times; n += 1) this.#next.push({ kind, route: new RegExp(route) });
  }

  take(route: string): FaultKind | null {
    const at = this.#next.findIndex((fault) => fault.route.test(route));
    return at < 0 ? null : (this.#next.splice(at, 1)[0]?.kind ?? null);
  }

  clear(): void {
    this.#next = [];
  }
}
