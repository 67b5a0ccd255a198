import { Link, useLocation } from "@remix-run/react";
import { Heart, MapPin } from "lucide-react";
import type { ReactNode } from "react";
import { Brand } from "#app/ui/brand";
import { cx } from "#app/ui/class-names";
import { DemoMark } from "#app/ui/demo-mark";
import { LanguageToggle } from "#app/ui/language-toggle";
import { useMessages } from "#app/ui/messages";
import { TopBar } from "#app/ui/top-bar";
import { OpeningWords } from "./opening-words";
import { useSavedVehicles } from "./saved-vehicles";
import type { StoreFront } from "./store-front";
import { storeMessages } from "./store-messages";

interface StoreHeaderProps {
  store: StoreFront;
  /** On a phone, before the brand: the way back. */
  phoneStart?: ReactNode;
  /** On a phone, at the far end instead of the languages: save and share. */
  phoneEnd?: ReactNode;
}

/** 56 px: the store, its four doors, when it is open, what this device has saved. */
export function StoreHeader({ store, phoneStart, phoneEnd }: StoreHeaderProps) {
  const t = useMessages(storeMessages);
  return (
    <TopBar
      wrap
      start={
        <>
          {phoneStart ? <span className="-ml-2 sm:hidden">{phoneStart}</span> : null}
          <Brand name={store.name} />
          <StoreNav />
        </>
      }
      end={
        <>
          <DemoMark className={cx(phoneEnd && "max-sm:hidden", "max-lg:hidden")} />
          <span className="flex items-center gap-1.5 text-13 text-ink-2 max-md:hidden">
            <MapPin aria-hidden className="size-4 text-ink-3" strokeWidth={1.75} />
            <OpeningWords opening={store.opening} today={store.today} />
          </span>
          <SavedLink label={(count) => t("savedCount", { count })} />
          <LanguageToggle className={cx(phoneEnd && "max-sm:hidden")} />
          {phoneEnd ? <span className="flex items-center sm:hidden">{phoneEnd}</span> : null}
        </>
      }
    />
  );
}

function SavedLink({ label }: { label: (count: number) => string }) {
  const { saved } = useSavedVehicles();
  if (saved.length === 0) return null;
  return (
    <Link
      to={`/inventory?stock=${saved.join(".")}`}
      className="touch-target flex items-center gap-1.5 rounded-cell text-13 text-ink-2 hover:text-ink max-sm:hidden"
    >
      <Heart aria-hidden className="size-4 text-ink-3" strokeWidth={1.75} />
      {label(saved.length)}
    </Link>
  );
}

function StoreNav() {
  const t = useMessages(storeMessages);
  const { pathname, search } = useLocation();
  const places = [
    { to: "/inventory?condition=new", name: t("new") },
    { to: "/inventory?condition=certified&condition=used", name: t("used") },
    { to: "/inventory?fuel=electric", name: t("electric") },
    { to: "/inventory", name: t("all") },
    { to: "/#how", name: t("how") },
  ];
  return (
    <nav aria-label={t("nav")} className="flex items-center gap-1 max-lg:hidden">
      {places.map(({ to, name }) => (
        <Link
          key={to}
          to={to}
          prefetch="intent"
          aria-current={to === pathname + search ? "page" : undefined}
          className="touch-target rounded-cell px-2 py-1.5 whitespace-nowrap text-ink-2 transition-colors duration-140 hover:bg-ground hover:text-ink aria-[current=page]:font-semibold aria-[current=page]:text-ink"
        >
          {name}
        </Link>
      ))}
    </nav>
  );
}
