const memory = globalThis as typeof globalThis & { __rememberedByName?: Map<string, unknown> };

/**
 * One instance per process of whatever must not exist twice: the database, hot deals, the job loop.
 * In development an edited server module is loaded again beside its old copy; both must see the same instance,
 * so it hangs on globalThis and not on the module.
 */
export function remember<T>(key: string, make: () => T): T {
  const remembered = (memory.__rememberedByName ??= new Map());
  if (!remembered.has(key)) remembered.set(key, make());
  return remembered.get(key) as T;
}

/** Sets a remembered instance aside, for shutting down and for tests. */
export function forget(key: string): void {
  memory.__rememberedByName?.delete(key);
}
