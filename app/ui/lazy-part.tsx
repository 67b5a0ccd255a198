import { type ComponentType, lazy, type ReactNode, Suspense, useState } from "react";

declare global {
  interface Window {
    /** Set by the first part of a page; a page without parts has none. */
    loadDrawnParts?: () => Promise<void>;
  }
}

interface Part {
  isLoaded(): boolean;
  load(): Promise<unknown>;
}

const parts = new Map<string, Part>();

/**
 * A part of a page whose code comes apart from the page's own. The server draws it and marks it by name; the browser
 * fetches the marked ones before it takes the page over. What is there when it is first drawn stands in no boundary of
 * React's: one that is hit by news before it woke throws away what the server drew.
 */
export function lazyPart<Props extends object = object>(
  name: string,
  load: () => Promise<ComponentType<Props>>,
  fallback: ReactNode | ((props: Props) => ReactNode) = null,
) {
  let loaded: ComponentType<Props> | null = null;
  const fetchPart = async () => ({ default: (loaded ??= await load()) });
  // A lazy component takes the same props; its own type says it in terms of refs.
  const Waiting = lazy(fetchPart) as unknown as ComponentType<Props>;
  parts.set(name, { isLoaded: () => loaded !== null, load: fetchPart });

  function LazyPart(props: Props) {
    // Chosen once: another component in its place would begin anew and forget what it holds.
    const [Content] = useState<ComponentType<Props> | null>(() => loaded);
    if (Content) {
      return (
        <>
          <Content {...props} />
          <template data-part={name} />
        </>
      );
    }
    return (
      <Suspense fallback={typeof fallback === "function" ? fallback(props) : fallback}>
        <Waiting {...props} />
      </Suspense>
    );
  }
  return Object.assign(LazyPart, { preload: fetchPart });
}

/** All of them, for the server to draw; one that arrives may bring others. */
export async function loadEveryPart(): Promise<void> {
  for (;;) {
    const missing = [...parts.values()].filter((part) => !part.isLoaded());
    if (missing.length === 0) return;
    await Promise.all(missing.map((part) => part.load()));
  }
}

/** Until every marked part is there: one that arrives may know of others inside it. */
async function loadDrawnParts(): Promise<void> {
  // The scripts may be here before the end of the page.
  if (document.readyState === "loading") {
    await new Promise((resolve) => document.addEventListener("DOMContentLoaded", resolve, { once: true }));
  }
  for (;;) {
    const drawn = [...document.querySelectorAll<HTMLElement>("[data-part]")].flatMap(({ dataset }) => {
      const part = parts.get(dataset.part ?? "");
      return part && !part.isLoaded() ? [part] : [];
    });
    if (drawn.length === 0) return;
    const answers = await Promise.allSettled(drawn.map((part) => part.load()));
    // No line: the page says so itself, and asks again when the part is wanted.
    if (answers.some(({ status }) => status === "rejected")) return;
  }
}

if (typeof window !== "undefined") window.loadDrawnParts = loadDrawnParts;
