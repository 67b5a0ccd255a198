import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { HomeView } from "#app/merchandising/home-view";
import { rootLocale } from "#app/merchandising/root-locale";
import { pageHeaders } from "#app/merchandising/store-front.server";
import { storeHome } from "#app/merchandising/store-home.server";
import { homeMessages } from "#app/merchandising/home-messages";
import { requestLocale } from "#app/ui/locale.server";
import { translator } from "#app/ui/translator";

export const headers = () => pageHeaders;

export async function loader({ request }: LoaderFunctionArgs) {
  const home = await storeHome(requestLocale(request));
  if (!home) throw new Response(null, { status: 404, statusText: "Not Found" });
  return home;
}

export const meta: MetaFunction<typeof loader> = ({ data, matches }) => {
  if (!data) return [];
  const t = translator(homeMessages, rootLocale(matches));
  const { store } = data;
  return [
    { title: t("title", { store: store.name }) },
    { name: "description", content: t("description", { store: store.name, city: store.address.city }) },
    { tagName: "link", rel: "canonical", href: data.url },
  ];
};

export default function Home() {
  return <HomeView home={useLoaderData<typeof loader>()} />;
}
