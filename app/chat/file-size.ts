const KILO = 1024;

/** "340 KB", "2.4 MB": the same in both languages but for the point, which files have never minded. */
export function fileSize(bytes: number): string {
  if (bytes < KILO * KILO) return `${Math.max(1, Math.round(bytes / KILO))}\u00a0KB`;
  return `${(bytes / (KILO * KILO)).toFixed(bytes < 10 * KILO * KILO ? 1 : 0).replace(/\.0$/, "")}\u00a0MB`;
}
