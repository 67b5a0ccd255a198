import { data, type HeadersFunction, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { InventoryView } from "#app/merchandising/inventory-view";
import { pageMeta } from "#app/merchandising/page-meta";
import { placeKeyIn, pageStanding } from "#app/merchandising/page-standing.server";
import { stockBoard } from "#app/merchandising/stock-board.server";
import { sharedDocumentHeaders, sharedPageHeaders } from "#app/merchandising/shared-document.server";
import { storePage } from "#app/merchandising/store-front.server";
import { searchBoard, searchHead } from "#app/merchandising/vehicle-search.server";
import { shownPhotos } from "#app/vehicle-photos/shown-photos.server";
import { requestLocale } from "#app/ui/locale.server";

export const headers: HeadersFunction = sharedPageHeaders;

export async function loader({ request }: LoaderFunctionArgs) {
  const board = await stockBoard();
  if (!board) throw new Response(null, { status: 404, statusText: "Not Found" });
  const locale = requestLocale(request);
  const { searchParams } = new URL(request.url);
  const { version: photos } = await shownPhotos();
  const place = await placeKeyIn(board, searchParams);
  const answer = await searchBoard(board, searchParams, locale);
  const page = { ...storePage(board, locale), answer, head: searchHead(board, answer.wish, locale) };
  const standing = pageStanding({ board, photos, opening: page.store.opening, place });
  return data(page, { headers: sharedDocumentHeaders(standing) });
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) =>
  page ? [...pageMeta(page.head), ...(page.answer.total === 0 ? [{ name: "robots", content: "noindex" }] : [])] : [];

export default function Inventory() {
  return <InventoryView {...useLoaderData<typeof loader>()} />;
}
