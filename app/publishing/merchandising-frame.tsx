import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { useMessages } from "#app/ui/messages";
import { StoreBar } from "#app/ui/store-bar";
import { merchandisingMessages } from "./merchandising-messages";

export interface FrameReader {
  name: string;
  storeName: string;
}

/** The places of merchandising, on the bar where there is room and in a row of their own where there is not. */
export function MerchandisingFrame({
  reader,
  title,
  children,
}: {
  reader: FrameReader;
  title: string;
  children: ReactNode;
}) {
  const t = useMessages(merchandisingMessages);
  const places = [
    { to: "/merchandising", name: t("board"), end: true },
    { to: "/merchandising/intake", name: t("intake") },
    { to: "/merchandising/prices", name: t("prices") },
    { to: "/merchandising/channels", name: t("channels") },
    { to: "/merchandising/figures", name: t("measure") },
  ];
  return (
    <div className="flex min-h-dvh flex-col">
      <StoreBar storeName={reader.storeName} reader={reader.name} label={t("places")} places={places} />
      <nav
        aria-label={t("places")}
        className="scrollbar-none flex gap-1 overflow-x-auto border-b border-line bg-surface px-3 md:hidden"
      >
        {places.map(({ to, name }) => (
          <Link key={to} to={to} className="touch-target rounded-cell px-2 py-3 whitespace-nowrap text-ink-2">
            {name}
          </Link>
        ))}
      </nav>
      <main id="main" tabIndex={-1} className="mx-auto w-full max-w-400 flex-1 p-4 outline-none max-sm:px-3">
        <h1 className="sr-only">{title}</h1>
        {children}
      </main>
    </div>
  );
}
