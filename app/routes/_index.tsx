import { data, type HeadersFunction, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { HomeView } from "#app/merchandising/home-view";
import { pageMeta } from "#app/merchandising/page-meta";
import { sharedDocumentHeaders, sharedPageHeaders } from "#app/merchandising/shared-document.server";
import { storeHome } from "#app/merchandising/store-home.server";
import { requestLocale } from "#app/ui/locale.server";

export const headers: HeadersFunction = sharedPageHeaders;

export async function loader({ request }: LoaderFunctionArgs) {
  const home = await storeHome(requestLocale(request));
  if (!home) throw new Response(null, { status: 404, statusText: "Not Found" });
  return data(home, { headers: sharedDocumentHeaders(home.version) });
}

export const meta: MetaFunction<typeof loader> = ({ data: home }) => (home ? pageMeta(home.head) : []);

export default function Home() {
  return <HomeView home={useLoaderData<typeof loader>()} />;
}
