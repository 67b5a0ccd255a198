import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { InventoryView } from "#app/merchandising/inventory-view";
import { rootLocale } from "#app/merchandising/root-locale";
import { searchMessages } from "#app/merchandising/search-messages";
import { searchAddress } from "#app/merchandising/search-wish";
import { stockBoard } from "#app/merchandising/stock-board.server";
import { pageHeaders, storePage } from "#app/merchandising/store-front.server";
import { searchBoard } from "#app/merchandising/vehicle-search.server";
import { env } from "#app/platform/env.server";
import { requestLocale } from "#app/ui/locale.server";
import { translator } from "#app/ui/translator";

export const headers = () => pageHeaders;

export async function loader({ request }: LoaderFunctionArgs) {
  const board = await stockBoard();
  if (!board) throw new Response(null, { status: 404, statusText: "Not Found" });
  const answer = searchBoard(board, new URL(request.url).searchParams, requestLocale(request));
  // One search has one address, however its parts were ordered or misspelt.
  return { ...storePage(board), answer, url: env.PUBLIC_URL + searchAddress({ ...answer.wish, sort: "newest" }) };
}

export const meta: MetaFunction<typeof loader> = ({ data, matches }) => {
  if (!data) return [];
  const t = translator(searchMessages, rootLocale(matches));
  return [
    { title: t("title", { store: data.store.name }) },
    { tagName: "link", rel: "canonical", href: data.url },
    ...(data.answer.total === 0 ? [{ name: "robots", content: "noindex" }] : []),
  ];
};

export default function Inventory() {
  return <InventoryView {...useLoaderData<typeof loader>()} />;
}
