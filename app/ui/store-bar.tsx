import { Link } from "@remix-run/react";
import { Avatar } from "#app/ui/avatar";
import { Brand } from "#app/ui/brand";
import { LanguageToggle } from "#app/ui/language-toggle";
import { ThemeToggle } from "#app/ui/theme-toggle";
import { TopBar, TopBarNav, TopBarRule } from "#app/ui/top-bar";

interface StoreBarProps {
  storeName: string;
  /** The reader's whole name; the way out is behind it. */
  reader: string;
  /** What the list of places is called, for those who hear it. */
  label: string;
  places: { to: string; name: string; end?: boolean }[];
}

/** The bar of the store's own pages: where you are among its places, and you. */
export function StoreBar({ storeName, reader, label, places }: StoreBarProps) {
  return (
    <TopBar
      start={
        <>
          <Brand name={storeName} to="/desk" className="max-lg:[&_span]:sr-only" />
          <TopBarRule />
          <TopBarNav label={label} places={places} />
        </>
      }
      end={
        <>
          <ThemeToggle className="max-sm:hidden" />
          <LanguageToggle className="max-sm:hidden" />
          <Link to="/staff/sign-out" aria-label={reader} title={reader} className="touch-target rounded-full">
            <Avatar name={reader} who={3} size={28} />
          </Link>
        </>
      }
    />
  );
}
