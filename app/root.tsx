import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import {
  Links,
  Meta,
  Outlet,
  Scripts,
  ScrollRestoration,
  type ShouldRevalidateFunction,
  useMatches,
  useRouteError,
} from "@remix-run/react";
import { useState, type ReactNode } from "react";
import interLatin from "@fontsource-variable/inter/files/inter-latin-opsz-normal.woff2?url";
import stylesheet from "#app/styles/app.css?url";
import { staffTimeZone } from "#app/desk/store-dress.server";
import { env } from "#app/platform/env.server";
import { accentVariables, buildAccentRamp } from "#app/ui/accent-ramp";
import { readCookie } from "#app/ui/cookie";
import { ErrorPage } from "#app/ui/error-page";
import { defaultLocale } from "#app/ui/locale";
import { requestLocale } from "#app/ui/locale.server";
import { MessagesProvider, useMessages } from "#app/ui/messages";
import { useRooftopDress, useRootData, type RootData } from "#app/ui/root-data";
import { THEME_COOKIE, isShowroomScreen, isStaffScreen, isTheme } from "#app/ui/theme";
import { ToastProvider } from "#app/ui/toast";
import { uiMessages } from "#app/ui/ui-messages";

/** Where a page belongs to no store and nobody is known to work at one, such as sign-in. */
const DEFAULT_TIME_ZONE = "America/New_York";

/** The Latin file alone covers English and French; Latin-extended is fetched when a name asks for it. */
export const links: LinksFunction = () => [
  { rel: "preload", as: "font", type: "font/woff2", href: interLatin, crossOrigin: "anonymous" },
  { rel: "stylesheet", href: stylesheet },
  { rel: "icon", type: "image/svg+xml", href: "/favicon.svg" },
];

export const meta: MetaFunction = () => [{ title: "Deal Jacket" }];

/** Where staff work. A shopper's pages say their store's clock themselves, and must not wait for anybody to be looked up. */
const staffAddress = /^\/(desk|dev|finance|merchandising|staff|store)(\/|\.|$)/;

const text = (value: unknown) => (typeof value === "string" ? value : null);

export async function loader({ request, context }: LoaderFunctionArgs): Promise<RootData> {
  const theme = readCookie(request.headers.get("Cookie"), THEME_COOKIE);
  return {
    nonce: text(context.nonce) ?? "",
    requestId: text(context.requestId),
    locale: requestLocale(request),
    theme: isTheme(theme) ? theme : "light",
    demo: env.DEMO,
    timeZone: staffAddress.test(new URL(request.url).pathname) ? await staffTimeZone(request) : null,
  };
}

/** Nothing here depends on the search of an address: typing into a filter asks the server for nothing. */
export const shouldRevalidate: ShouldRevalidateFunction = ({
  formMethod,
  currentUrl,
  nextUrl,
  defaultShouldRevalidate,
}) => (formMethod === undefined && currentUrl.pathname === nextUrl.pathname ? false : defaultShouldRevalidate);

/** Around every page and around the error page alike. */
export function Layout({ children }: { children: ReactNode }) {
  const data = useRootData();
  const rooftop = useRooftopDress();
  const matches = useMatches();
  const isStaff = matches.some((match) => isStaffScreen(match.handle));
  const isShowroom = matches.some(({ data }) => isShowroomScreen(data));
  // The policy of the document is fixed when it is sent: a later loader's nonce is of no use to it.
  const [nonce] = useState(data?.nonce ?? "");
  const locale = data?.locale ?? defaultLocale;
  return (
    <html
      lang={locale}
      data-showroom={isShowroom ? "" : undefined}
      data-theme={isStaff && !isShowroom && data?.theme === "dark" ? "dark" : undefined}
      style={accentVariables(rooftop?.accent ? buildAccentRamp(rooftop.accent) : null)}
    >
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
        {/* Browsers hide a nonce from the page, so hydration sees an empty one. */}
        <meta property="csp-nonce" nonce={nonce} suppressHydrationWarning />
        <Meta />
        <Links />
      </head>
      <body>
        <MessagesProvider locale={locale} timeZone={rooftop?.timeZone ?? data?.timeZone ?? DEFAULT_TIME_ZONE}>
          <SkipLink />
          <ToastProvider>{children}</ToastProvider>
        </MessagesProvider>
        <ScrollRestoration nonce={nonce} />
        <Scripts nonce={nonce} />
      </body>
    </html>
  );
}

/** Every screen has one `<main id="main">`. */
function SkipLink() {
  const t = useMessages(uiMessages);
  return (
    <a
      href="#main"
      className="sr-only focus:not-sr-only focus:fixed focus:top-2 focus:left-2 focus:z-60 focus:rounded-cell focus:bg-surface focus:px-3 focus:py-2 focus:font-medium focus:shadow-pop"
    >
      {t("skip")}
    </a>
  );
}

export default function App() {
  return <Outlet />;
}

export function ErrorBoundary() {
  return <ErrorPage error={useRouteError()} requestId={useRootData()?.requestId ?? null} />;
}
