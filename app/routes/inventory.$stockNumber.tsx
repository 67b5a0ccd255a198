import {
  data,
  type ActionFunctionArgs,
  type HeadersFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { pageMeta } from "#app/merchandising/page-meta";
import { sharedDocumentHeaders, sharedPageHeaders } from "#app/merchandising/shared-document.server";
import { SoldView } from "#app/merchandising/sold-view";
import { startFromPage } from "#app/merchandising/start-from-page.server";
import { stockBoard } from "#app/merchandising/stock-board.server";
import { GALLERY_SIZES } from "#app/merchandising/vehicle-gallery";
import { vehiclePage } from "#app/merchandising/vehicle-page.server";
import { VehicleView } from "#app/merchandising/vehicle-view";
import { requestLocale } from "#app/ui/locale.server";

const HTTP_GONE = 410;

export const headers: HeadersFunction = sharedPageHeaders;

function notHere(): Response {
  return new Response(null, { status: 404, statusText: "Not Found" });
}

export async function loader({ request, params }: LoaderFunctionArgs) {
  const page = await vehiclePage(params.stockNumber ?? "", new URL(request.url).searchParams, requestLocale(request));
  if (!page) throw notHere();
  if (page.kind === "sold") return data(page, { status: HTTP_GONE });
  return data(page, { headers: sharedDocumentHeaders(page.version) });
}

/** Starts a deal about this car. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const stockNumber = params.stockNumber ?? "";
  if (!(await stockBoard())?.byStockNumber.has(stockNumber)) throw notHere();
  return startFromPage(request, { stockNumber, clientAddress: context.clientAddress });
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => {
  if (!page) return [];
  if (page.kind === "sold") return [...pageMeta(page.head), { name: "robots", content: "noindex" }];
  return [
    ...pageMeta(page.head),
    {
      tagName: "link",
      rel: "preload",
      as: "image",
      type: "image/avif",
      imageSrcSet: page.gallery.pictures[0]?.avif,
      imageSizes: GALLERY_SIZES,
    },
    ...(page.wide ? [{ property: "og:image", content: page.wide }] : []),
    { property: "og:type", content: "product" },
    { property: "og:title", content: page.vehicle.name },
    { property: "og:url", content: page.head.url },
    { property: "product:price:amount", content: (page.price.total / 100).toFixed(2) },
    { property: "product:price:currency", content: "USD" },
  ];
};

export default function Vehicle() {
  const page = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  if (page.kind === "sold") return <SoldView page={page} />;
  return <VehicleView page={page} startFailed={answer?.startFailed === true} />;
}
