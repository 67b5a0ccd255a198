/** Do two pieces of plain data say the same? What both share is not looked into, so an untouched slice costs nothing. */
export function sameValue(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (typeof one !== "object" || typeof other !== "object" || one === null || other === null) return false;
  const keys = Object.keys(one);
  if (keys.length !== Object.keys(other).length) return false;
  return keys.every((key) => sameValue((one as Record<string, unknown>)[key], (other as Record<string, unknown>)[key]));
}
