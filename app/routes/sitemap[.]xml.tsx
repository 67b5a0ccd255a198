import { sitemap } from "#app/merchandising/sitemap.server";
import { stockBoard } from "#app/merchandising/stock-board.server";
import { shownPhotos } from "#app/vehicle-photos/shown-photos.server";

/** Crawlers come back within hours anyway; an hour spares the store and hides no sold car for long. */
const KEEP_SECONDS = 3_600;

export async function loader() {
  const board = await stockBoard();
  if (!board) throw new Response(null, { status: 404, statusText: "Not Found" });
  // The newest photos: the map itself is made without waiting.
  await shownPhotos();
  return new Response(sitemap(board), {
    headers: { "Content-Type": "application/xml; charset=utf-8", "Cache-Control": `public, max-age=${KEEP_SECONDS}` },
  });
}
