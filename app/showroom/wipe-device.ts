/** A tab that holds a database open, or a browser slow to answer, must not keep a screen from being put away. */
const WIPE_MS = 2_000;

const deleted = (name: string) =>
  new Promise<void>((resolve) => {
    const request = indexedDB.deleteDatabase(name);
    for (const end of ["success", "error", "blocked"]) request.addEventListener(end, () => resolve());
  });

async function wipeDatabases(): Promise<void> {
  const databases = (await window.indexedDB.databases?.()) ?? [];
  await Promise.all(databases.flatMap(({ name }) => (name ? [deleted(name)] : [])));
}

async function wipeCaches(): Promise<void> {
  if ("caches" in window) for (const name of await window.caches.keys()) await window.caches.delete(name);
}

/**
 * Puts away everything a person could have left in this browser: drafts, unsent edits, caches. What is in memory goes
 * with the page, so whoever calls this loads another one.
 */
export async function wipeDevice(): Promise<void> {
  window.localStorage.clear();
  window.sessionStorage.clear();
  const wiped = Promise.allSettled([wipeDatabases(), wipeCaches()]);
  await Promise.race([wiped, new Promise((resolve) => setTimeout(resolve, WIPE_MS))]);
}
