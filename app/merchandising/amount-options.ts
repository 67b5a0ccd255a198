import type { SelectOption } from "#app/ui/text-field";

/** The steps with the one in the address among them, worded. */
export function amountOptions(
  steps: readonly number[],
  chosen: number | null,
  say: (step: number) => string,
): SelectOption[] {
  const all = chosen === null ? steps : [...steps, chosen];
  return [...new Set(all)].toSorted((a, b) => a - b).map((step) => ({ value: String(step), label: say(step) }));
}
