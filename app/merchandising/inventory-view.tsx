import { PageWords } from "./page-words";
import type { SearchAnswer } from "./search-answer";
import { SearchResults } from "./search-results";
import { StoreFooter } from "./store-footer";
import type { StoreFront } from "./store-front";
import { StoreHeader } from "./store-header";

export function InventoryView({ store, answer }: { store: StoreFront; answer: SearchAnswer }) {
  return (
    <PageWords frame={store.words}>
      <StoreHeader store={store} />
      <main id="main" className="mx-auto min-h-[72dvh] max-w-320 px-5 pt-6 pb-8 max-sm:px-4 max-sm:pt-4">
        <SearchResults answer={answer} />
      </main>
      <StoreFooter store={store} />
    </PageWords>
  );
}
