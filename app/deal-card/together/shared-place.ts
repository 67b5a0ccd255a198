import type { StageName } from "#machines/stages/stage";
import { isSharedPlace } from "#app/realtime/shared-places";

/** How long a place is lit for somebody who was led to it. */
const LIT_MS = 4_000;
/** A stage's own code may still be on its way. */
const TRIES = 20;
const TRY_MS = 100;

/** The stage whose panel has a place; null for one of the summary, which is always there. */
export function stageOfPlace(place: string): StageName | null {
  const family = place.split(".")[0] ?? "";
  if (["vehicle", "sellingPrice", "incentives"].includes(family)) return "vehicle";
  if (family.startsWith("trade")) return "trade";
  if (["products", "product"].includes(family)) return "fni";
  if (family === "deposit") return "deposit";
  if (family.startsWith("delivery")) return "delivery";
  return ["line", "figure", "taxes", "promise", "pencil"].includes(family) && place !== "figure.apr" ? null : "finance";
}

const escaped = (place: string) => CSS.escape(place);

export function findPlace(place: string): HTMLElement | null {
  const shown = [...document.querySelectorAll<HTMLElement>(`[data-place="${escaped(place)}"]`)];
  // The same line may stand in the column and in a sheet: the one that can be seen is meant.
  return shown.find((element) => element.getClientRects().length > 0) ?? shown[0] ?? null;
}

const calm = () => window.matchMedia("(prefers-reduced-motion: reduce)").matches;

/** Brings a place into view. Focus stays where it is: nobody's hand is moved. */
export function showPlace(element: HTMLElement): void {
  for (let line = element.closest("details"); line; line = line.parentElement?.closest("details") ?? null) {
    if (line !== element) line.open = true;
  }
  element.scrollIntoView({ block: "center", behavior: calm() ? "auto" : "smooth" });
}

/** Lights a place in a person's colour; one place at a time. */
export function lightPlace(element: HTMLElement, who: number | null): () => void {
  for (const lit of document.querySelectorAll("[data-lit]")) lit.removeAttribute("data-lit");
  element.setAttribute("data-lit", who === null ? "" : String(who));
  const timer = setTimeout(() => element.removeAttribute("data-lit"), LIT_MS);
  return () => {
    clearTimeout(timer);
    element.removeAttribute("data-lit");
  };
}

interface Card {
  stage: StageName;
  openStage(stage: StageName): void;
}

/** Opens the stage of a place and, when it is drawn, brings it into view and lights it. */
export function goToShared(place: string, { stage, openStage }: Card, who: number | null = null): void {
  if (!isSharedPlace(place)) return;
  const needed = stageOfPlace(place);
  if (needed && needed !== stage) openStage(needed);
  let tries = 0;
  const look = () => {
    const element = findPlace(place);
    if (element) {
      showPlace(element);
      lightPlace(element, who);
    } else if ((tries += 1) < TRIES) setTimeout(look, TRY_MS);
  };
  requestAnimationFrame(look);
}
