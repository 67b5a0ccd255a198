import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { HomeView } from "#app/merchandising/home-view";
import { pageMeta } from "#app/merchandising/page-meta";
import { pageHeaders } from "#app/merchandising/store-front.server";
import { storeHome } from "#app/merchandising/store-home.server";
import { requestLocale } from "#app/ui/locale.server";

export const headers = () => pageHeaders;

export async function loader({ request }: LoaderFunctionArgs) {
  const home = await storeHome(requestLocale(request));
  if (!home) throw new Response(null, { status: 404, statusText: "Not Found" });
  return home;
}

export const meta: MetaFunction<typeof loader> = ({ data }) => (data ? pageMeta(data.head) : []);

export default function Home() {
  return <HomeView home={useLoaderData<typeof loader>()} />;
}
