/**
 * What a person leaves on a screen goes with them: unsent edits, drafts, caches. Browsers obey it over https and on
 * localhost; the page does the same by hand, for a tablet on the store's plain network.
 */
export const CLEARS_DEVICE = { "Clear-Site-Data": '"cache", "storage"' } as const;
