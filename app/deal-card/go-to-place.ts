/** Brings a place of the open panel into view and gives its first control the focus. */
export function goToPlace(id: string) {
  const place = document.getElementById(id);
  if (!place) return;
  if (place instanceof HTMLDetailsElement) place.open = true;
  place.scrollIntoView({ block: "center", behavior: "smooth" });
  const control = place.querySelector<HTMLElement>("input:not([type=hidden]):not(:disabled), select, textarea, button");
  control?.focus({ preventScroll: true });
}
