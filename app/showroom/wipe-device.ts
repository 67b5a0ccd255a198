/** One database at a time, with an end: a tab that holds one open must not keep a screen from being put away. */
const DELETE_MS = 1_000;

const deleted = (name: string) =>
  new Promise<void>((resolve) => {
    const request = indexedDB.deleteDatabase(name);
    for (const end of ["success", "error", "blocked"]) request.addEventListener(end, () => resolve());
    setTimeout(resolve, DELETE_MS);
  });

/**
 * Puts away everything a person could have left in this browser: drafts, unsent edits, caches. What is in memory goes
 * with the page, so whoever calls this loads another one.
 */
export async function wipeDevice(): Promise<void> {
  window.localStorage.clear();
  window.sessionStorage.clear();
  const databases = (await window.indexedDB.databases?.().catch(() => [])) ?? [];
  await Promise.all(databases.flatMap(({ name }) => (name ? [deleted(name)] : [])));
  if ("caches" in window) for (const name of await window.caches.keys()) await window.caches.delete(name);
}
