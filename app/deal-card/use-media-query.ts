import { startTransition, useEffect, useState } from "react";

/** Whether the window is so now; the server answers no, since it cannot know. */
export function useMediaQuery(query: string): boolean {
  const [matches, setMatches] = useState(false);
  useEffect(() => {
    const media = window.matchMedia(query);
    // A transition: parts whose code is still on its way hydrate first.
    const tell = () => startTransition(() => setMatches(media.matches));
    tell();
    media.addEventListener("change", tell);
    return () => media.removeEventListener("change", tell);
  }, [query]);
  return matches;
}
