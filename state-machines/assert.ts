/** Stops on a broken assumption of ours; never used for what a person may type. */
export function assert(condition: unknown, message: string): asserts condition {
  if (!condition) throw new Error(`Broken assumption: ${message}`);
}

/** Ends a `switch` over a union: a member without a case does not compile. */
export function assertNever(value: never): never {
  throw new Error(`Broken assumption: no case for ${JSON.stringify(value)}`);
}
