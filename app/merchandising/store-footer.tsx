import { Link } from "@remix-run/react";
import { cx } from "#app/ui/class-names";
import { DemoMark } from "#app/ui/demo-mark";
import { LanguageToggle } from "#app/ui/language-toggle";
import { useRootData } from "#app/ui/root-data";
import { useFrameWords } from "./page-words";
import { directionsTo, telLink } from "./store-links";
import type { StoreFront } from "./store-front";

/** Where the store is, when it is open, what its prices mean. */
export function StoreFooter({ store, className }: { store: StoreFront; className?: string }) {
  const words = useFrameWords();
  const isDemo = useRootData()?.demo;
  const { address } = store;
  return (
    <footer data-print="hide" className={cx("mt-12 border-t border-line bg-surface", className)}>
      <div className="mx-auto grid max-w-320 gap-x-12 gap-y-8 px-5 py-8 text-13 text-ink-2 max-sm:px-4 sm:grid-cols-2 lg:grid-cols-[1fr_1fr_1.4fr]">
        <section aria-label={words.visit} className="flex flex-col gap-1">
          <h2 className="mb-1 text-14">{store.name}</h2>
          <p>
            {address.street}
            <br />
            {`${address.city}, ${address.region} ${address.postcode}`}
          </p>
          <p className="mt-2 flex flex-wrap gap-x-4 gap-y-1">
            <a className="link touch-target" href={telLink(store.phone)}>
              {store.phone}
            </a>
            <a className="link touch-target" href={`mailto:${store.email}`}>
              {words.write}
            </a>
            <a className="link touch-target" href={directionsTo(store)} rel="noreferrer" target="_blank">
              {words.directions}
            </a>
          </p>
        </section>
        <section aria-labelledby="store-hours">
          <h2 id="store-hours" className="mb-2 text-14">
            {words.hours}
          </h2>
          <dl className="grid max-w-72 grid-cols-[auto_1fr] gap-x-6 gap-y-0.5">
            {store.hours.map(({ day, hours, isToday }) => (
              <div key={day} className={cx("contents", isToday && "font-semibold text-ink")}>
                <dt>{day}</dt>
                <dd className="figures text-right">{hours}</dd>
              </div>
            ))}
          </dl>
        </section>
        <section aria-label={words.more} className="flex flex-col gap-3">
          <p className="text-pretty">{words.priceRule}</p>
          {isDemo ? (
            <p className="text-pretty">
              <DemoMark className="mr-2" />
              {words.demoNote}
            </p>
          ) : null}
          <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
            <Link to="/inventory" className="link touch-target">
              {words.all}
            </Link>
            <Link to="/staff/sign-in" className="link touch-target">
              {words.staff}
            </Link>
            <LanguageToggle />
          </div>
        </section>
      </div>
    </footer>
  );
}
