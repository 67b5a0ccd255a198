import { Link, useLocation } from "@remix-run/react";
import { Heart, MapPin } from "lucide-react";
import type { ReactNode } from "react";
import { Brand } from "#app/ui/brand";
import { cx } from "#app/ui/class-names";
import { DemoMark } from "#app/ui/demo-mark";
import { LanguageToggle } from "#app/ui/language-toggle";
import { TopBar } from "#app/ui/top-bar";
import { fill, useFrameWords } from "./page-words";
import { useSavedVehicles } from "./saved-vehicles";
import type { StoreFront } from "./store-front";

interface StoreHeaderProps {
  store: StoreFront;
  /** On a phone, before the brand: the way back. */
  phoneStart?: ReactNode;
  /** On a phone, at the far end instead of the languages: save and share. */
  phoneEnd?: ReactNode;
}

/** 56 px: the store, its doors, when it is open, what this device has saved. */
export function StoreHeader({ store, phoneStart, phoneEnd }: StoreHeaderProps) {
  return (
    <TopBar
      wrap
      start={
        <>
          {phoneStart ? <span className="-mr-2 -ml-2 sm:hidden">{phoneStart}</span> : null}
          <Brand name={store.name} />
          <StoreNav />
        </>
      }
      end={
        <>
          <DemoMark className={cx(phoneEnd && "max-sm:hidden", "max-lg:hidden")} />
          <span className="flex items-center gap-1.5 text-13 text-ink-2 max-md:hidden">
            <MapPin aria-hidden className="size-4 text-ink-3" strokeWidth={1.75} />
            {store.opening}
          </span>
          <SavedLink />
          <LanguageToggle className={cx(phoneEnd && "max-sm:hidden")} />
          {phoneEnd ? <span className="flex items-center sm:hidden">{phoneEnd}</span> : null}
        </>
      }
    />
  );
}

function SavedLink() {
  const words = useFrameWords();
  const { saved } = useSavedVehicles();
  if (saved.length === 0) return null;
  return (
    <Link
      to={`/inventory?stock=${saved.join(".")}`}
      className="touch-target flex items-center gap-1.5 rounded-cell text-13 text-ink-2 hover:text-ink max-sm:hidden"
    >
      <Heart aria-hidden className="size-4 text-ink-3" strokeWidth={1.75} />
      {fill(words.savedCount, { count: saved.length })}
    </Link>
  );
}

function StoreNav() {
  const words = useFrameWords();
  const { pathname, search } = useLocation();
  const places = [
    { to: "/inventory?condition=new", name: words.new },
    { to: "/inventory?condition=certified&condition=used", name: words.used },
    { to: "/inventory?fuel=electric", name: words.electric },
    { to: "/inventory", name: words.all },
    { to: "/#how", name: words.how },
  ];
  return (
    <nav aria-label={words.nav} className="flex items-center gap-1 max-lg:hidden">
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
