import { ButtonLink } from "#app/ui/button";
import { useMessages } from "#app/ui/messages";
import { StoreFooter } from "./store-footer";
import { StoreHeader } from "./store-header";
import { vehicleMessages } from "./vehicle-messages";
import type { SoldPage } from "./vehicle-page";
import { SimilarSection } from "./vehicle-view";

/** The address of a car that is gone says so, and shows the nearest to it. */
export function SoldView({ page }: { page: SoldPage }) {
  const t = useMessages(vehicleMessages);
  const { vehicle } = page;
  return (
    <>
      <StoreHeader store={page.store} />
      <main id="main" className="mx-auto min-h-[72dvh] max-w-320 px-5 pb-8 max-sm:px-0">
        <div className="flex max-w-160 flex-col items-start gap-2 pt-10 max-sm:px-4">
          <h1 className="text-24">{t("gone", { name: vehicle.name })}</h1>
          <p className="text-ink-2">{t("goneText", { stock: vehicle.stockNumber })}</p>
          <ButtonLink to="/inventory" kind="outline" className="mt-2">
            {t("goneAll")}
          </ButtonLink>
        </div>
        <SimilarSection similar={page.similar} body={vehicle.body} count={page.sameBody} />
      </main>
      <StoreFooter store={page.store} />
    </>
  );
}
