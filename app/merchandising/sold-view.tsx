import { ButtonLink } from "#app/ui/button";
import { PageWords } from "./page-words";
import { SimilarCars } from "./other-cars";
import { StoreFooter } from "./store-footer";
import { StoreHeader } from "./store-header";
import type { SoldPage } from "./vehicle-page";

/** The address of a car that is gone says so, and shows the nearest to it. */
export function SoldView({ page }: { page: SoldPage }) {
  const { store, words, head } = page;
  return (
    <PageWords frame={store.words} vehicle={words}>
      <StoreHeader store={store} />
      <main id="main" className="mx-auto min-h-[72dvh] max-w-320 px-5 pb-8 max-sm:px-0">
        <div className="flex max-w-160 flex-col items-start gap-2 pt-10 max-sm:px-4">
          <h1 className="text-24">{head.title}</h1>
          <p className="text-ink-2">{page.note}</p>
          <ButtonLink to="/inventory" kind="outline" className="mt-2">
            {words.goneAll}
          </ButtonLink>
        </div>
        <SimilarCars similar={page.similar} />
      </main>
      <StoreFooter store={store} />
    </PageWords>
  );
}
