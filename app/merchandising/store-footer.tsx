import { Link } from "@remix-run/react";
import { cx } from "#app/ui/class-names";
import { DemoMark } from "#app/ui/demo-mark";
import { LanguageToggle } from "#app/ui/language-toggle";
import { useMessages } from "#app/ui/messages";
import { useRootData } from "#app/ui/root-data";
import { useWallTime } from "./opening-words";
import { directionsTo, telLink } from "./store-links";
import type { StoreFront } from "./store-front";
import { storeMessages } from "./store-messages";

const weekdays = ["d1", "d2", "d3", "d4", "d5", "d6", "d0"] as const;

/** Where the store is, when it is open, what its prices mean. */
export function StoreFooter({ store, className }: { store: StoreFront; className?: string }) {
  const t = useMessages(storeMessages);
  const isDemo = useRootData()?.demo;
  const { address } = store;
  return (
    <footer data-print="hide" className={cx("mt-12 border-t border-line bg-surface", className)}>
      <div className="mx-auto grid max-w-320 gap-x-12 gap-y-8 px-5 py-8 text-13 text-ink-2 max-sm:px-4 sm:grid-cols-2 lg:grid-cols-[1fr_1fr_1.4fr]">
        <section aria-label={t("visit")} className="flex flex-col gap-1">
          <h2 className="mb-1 text-14">{store.name}</h2>
          <p>
            {address.street}
            <br />
            {address.city}, {address.region} {address.postcode}
          </p>
          <p className="mt-2 flex flex-wrap gap-x-4 gap-y-1">
            <a className="link touch-target" href={telLink(store.phone)}>
              {store.phone}
            </a>
            <a className="link touch-target" href={`mailto:${store.email}`}>
              {t("write")}
            </a>
            <a className="link touch-target" href={directionsTo(store)} rel="noreferrer" target="_blank">
              {t("directions")}
            </a>
          </p>
        </section>
        <section aria-label={t("hours")}>
          <h2 className="mb-2 text-14">{t("hours")}</h2>
          <StoreHours store={store} />
        </section>
        <section aria-label={t("more")} className="flex flex-col gap-3">
          <p className="text-pretty">{t("priceRule")}</p>
          {isDemo ? (
            <p className="text-pretty">
              <DemoMark className="mr-2" />
              {t("demoNote")}
            </p>
          ) : null}
          <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
            <Link to="/inventory" className="link touch-target">
              {t("all")}
            </Link>
            <Link to="/staff/sign-in" className="link touch-target">
              {t("staff")}
            </Link>
            <LanguageToggle />
          </div>
        </section>
      </div>
    </footer>
  );
}

export function StoreHours({ store, className }: { store: StoreFront; className?: string }) {
  const t = useMessages(storeMessages);
  const wallTime = useWallTime();
  const today = new Date(`${store.today}T00:00:00Z`).getUTCDay();
  return (
    <dl className={cx("grid max-w-72 grid-cols-[auto_1fr] gap-x-6 gap-y-0.5", className)}>
      {weekdays.map((day) => {
        const index = Number(day[1]);
        const hours = store.hours[index];
        const look = index === today ? "font-semibold text-ink" : undefined;
        return (
          <div key={day} className="contents">
            <dt className={look}>{t(`days.${day}`)}</dt>
            <dd className={cx("figures text-right", look)}>
              {hours ? `${wallTime(hours.opens)} – ${wallTime(hours.closes)}` : t("closed")}
            </dd>
          </div>
        );
      })}
    </dl>
  );
}
