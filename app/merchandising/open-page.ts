const LOOK_MS = 8_000;
/** A finger that goes further than this turns the picture. */
const SWIPE_PX = 40;
const SECOND = 1_000;

/** The car whose view was counted last: the page asks for itself anew when the car's state changes, which is no new view. */
let counted = "";

/** Asks for a word on the car every few seconds, and for the page when it changed: held, free again, sold, in one more deal. */
function watchState(path: string, revalidate: () => void): () => void {
  let seen = "";
  const timer = setInterval(async () => {
    if (document.hidden) return;
    // A try without a line is made again with the next look.
    const word = await fetch(`${path}/state`).then(
      (answer) => answer.text(),
      () => seen,
    );
    if (seen && word !== seen) revalidate();
    seen = word;
  }, LOOK_MS);
  return () => clearInterval(timer);
}

const inGallery = ({ target }: Event) =>
  target instanceof Element && target.closest("[aria-roledescription=carousel]") !== null;

/**
 * Counts a look at the page: that it was opened, how long it was in view, how often its pictures were turned. Sent without
 * cookies when the page is left or hidden; the counts are of the car, and of nobody who looks.
 */
function countLook(path: string): () => void {
  let views = Number(counted !== path);
  let clicks = 0;
  let milliseconds = 0;
  let since = document.hidden ? 0 : Date.now();
  let touchedAt = 0;
  counted = path;
  const tell = () => {
    if (since) milliseconds += Date.now() - since;
    since = document.hidden ? 0 : Date.now();
    const seconds = Math.floor(milliseconds / SECOND);
    if (views + clicks + seconds === 0) return;
    const body = JSON.stringify({ views, clicks, seconds });
    [views, clicks, milliseconds] = [0, 0, milliseconds % SECOND];
    fetch(`${path}/interest`, { method: "POST", body, keepalive: true, credentials: "omit" }).catch(() => null);
  };
  const turned = (event: Event) => {
    if (inGallery(event)) clicks++;
  };
  const keyed = (event: KeyboardEvent) => {
    if (event.key.startsWith("Arrow")) turned(event);
  };
  const touched = (event: TouchEvent) => {
    touchedAt = event.changedTouches[0]?.clientX ?? 0;
  };
  const lifted = (event: TouchEvent) => {
    if (Math.abs((event.changedTouches[0]?.clientX ?? 0) - touchedAt) > SWIPE_PX) turned(event);
  };
  const stop = new AbortController();
  const listen = { signal: stop.signal, passive: true, capture: true };
  addEventListener("click", turned, listen);
  addEventListener("keydown", keyed, listen);
  addEventListener("touchstart", touched, listen);
  addEventListener("touchend", lifted, listen);
  document.addEventListener("visibilitychange", tell, listen);
  addEventListener("pagehide", tell, listen);
  tell();
  return () => {
    stop.abort();
    tell();
  };
}

/** What runs beside a car's open page; the answer ends it. */
export function openPage(stockNumber: string, revalidate: () => void): () => void {
  const path = `/inventory/${stockNumber}`;
  const ends = [watchState(path, revalidate), countLook(path)];
  return () => ends.forEach((end) => end());
}
