import { data, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { GALLERY_SIZES } from "#app/merchandising/vehicle-gallery";
import { pictureSet } from "#app/merchandising/car-picture";
import { SoldView } from "#app/merchandising/sold-view";
import { startFromPage } from "#app/merchandising/start-from-page.server";
import { stockBoard } from "#app/merchandising/stock-board.server";
import { pageHeaders } from "#app/merchandising/store-front.server";
import { vehicleMessages } from "#app/merchandising/vehicle-messages";
import { vehiclePage } from "#app/merchandising/vehicle-page.server";
import { VehicleView } from "#app/merchandising/vehicle-view";
import { formatMiles, formatMoney } from "#app/ui/format";
import { requestLocale } from "#app/ui/locale.server";
import { rootLocale } from "#app/merchandising/root-locale";
import { translator } from "#app/ui/translator";

const HTTP_GONE = 410;

export const headers = () => pageHeaders;

function notHere(): Response {
  return new Response(null, { status: 404, statusText: "Not Found" });
}

export async function loader({ request, params }: LoaderFunctionArgs) {
  const page = await vehiclePage(params.stockNumber ?? "", new URL(request.url).searchParams, requestLocale(request));
  if (!page) throw notHere();
  return data(page, { status: page.kind === "sold" ? HTTP_GONE : 200 });
}

/** Starts a deal about this car. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const stockNumber = params.stockNumber ?? "";
  if (!(await stockBoard())?.byStockNumber.has(stockNumber)) throw notHere();
  const form = await request.formData();
  const then = form.get("then") === "chat" ? "chat" : null;
  return startFromPage(request, { stockNumber, clientAddress: context.clientAddress, then });
}

export const meta: MetaFunction<typeof loader> = ({ data: page, matches }) => {
  if (!page) return [];
  const locale = rootLocale(matches);
  const t = translator(vehicleMessages, locale);
  const { store } = page;
  const { name } = page.vehicle;
  if (page.kind === "sold") return [{ title: t("gone", { name }) }, { name: "robots", content: "noindex" }];
  const price = formatMoney(page.price.total, locale);
  const picture = { ...page.vehicle, angle: "side" as const };
  const values = { name, price, store: store.name };
  return [
    { title: t("title", values) },
    { name: "description", content: t("description", { ...values, miles: formatMiles(page.vehicle.mileage, locale) }) },
    { tagName: "link", rel: "canonical", href: page.url },
    {
      tagName: "link",
      rel: "preload",
      as: "image",
      type: "image/avif",
      imageSrcSet: pictureSet(picture, "avif"),
      imageSizes: GALLERY_SIZES,
    },
    { property: "og:type", content: "product" },
    { property: "og:title", content: name },
    { property: "og:url", content: page.url },
    { property: "product:price:amount", content: (page.price.total / 100).toFixed(2) },
    { property: "product:price:currency", content: "USD" },
  ];
};

export default function Vehicle() {
  const page = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return page.kind === "sold" ? <SoldView page={page} /> : <VehicleView page={page} startFailed={answer?.startFailed === true} />;
}
