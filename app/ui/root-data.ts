import { useMatches, useRouteLoaderData } from "@remix-run/react";
import type { Locale } from "#app/ui/locale";
import type { Theme } from "#app/ui/theme";

/** What root.tsx knows about every request. */
export interface RootData {
  nonce: string;
  requestId: string | null;
  locale: Locale;
  /** The staff member's wish; only staff screens follow it. */
  theme: Theme;
  demo: boolean;
  /** Of the store that the reader works at, for a page that belongs to no store of its own. */
  timeZone: string | null;
}

export const useRootData = (): RootData | undefined => useRouteLoaderData<RootData>("root");

/**
 * What a store gives to its pages. A route that belongs to a store returns `rooftop` with these two from its loader,
 * and root.tsx sets the accent and the time zone for the whole page.
 */
export interface RooftopDress {
  timeZone: string;
  /** One colour, `#0c6482`; null keeps the house accent. */
  accent: string | null;
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null;

/** The dress of the innermost route that has one. */
export function useRooftopDress(): RooftopDress | null {
  for (const { data } of useMatches().toReversed()) {
    if (!isObject(data) || !isObject(data.rooftop)) continue;
    const { timeZone, accent } = data.rooftop;
    if (typeof timeZone === "string") return { timeZone, accent: typeof accent === "string" ? accent : null };
  }
  return null;
}
