import { Form, Link } from "@remix-run/react";
import { ArrowRight, Search } from "lucide-react";
import { Button } from "#app/ui/button";
import { EmptyState } from "#app/ui/empty-state";
import { Sheet } from "#app/ui/sheet";
import { TextField } from "#app/ui/text-field";
import { CarPicture } from "./car-picture";
import { PageWords } from "./page-words";
import { ResultGrid } from "./result-grid";
import { StoreFooter } from "./store-footer";
import { StoreHeader } from "./store-header";
import type { StoreHome } from "./store-home";

/** The front door: what to look for, by kind, what is new, and how buying goes here. */
export function HomeView({ home }: { home: StoreHome }) {
  return (
    <PageWords frame={home.store.words}>
      <StoreHeader store={home.store} />
      <main
        id="main"
        className="mx-auto flex max-w-320 flex-col gap-10 px-5 pt-10 pb-4 max-sm:gap-8 max-sm:px-4 max-sm:pt-6"
      >
        <Hero home={home} />
        {home.total === 0 ? (
          <Sheet padding="none">
            <EmptyState>{home.words.empty}</EmptyState>
          </Sheet>
        ) : (
          <>
            <Kinds home={home} />
            <section aria-labelledby="newest">
              <div className="mb-3 flex items-baseline justify-between gap-3">
                <h2 id="newest" className="text-20">
                  {home.words.newest}
                </h2>
                <Link to="/inventory" prefetch="intent" className="link touch-target flex items-center gap-1 text-13">
                  {home.words.seeAll}
                  <ArrowRight aria-hidden className="size-4" strokeWidth={1.75} />
                </Link>
              </div>
              <ResultGrid cards={home.newest} wide />
              <p className="mt-3 max-w-160 text-12 text-pretty text-ink-3">{home.assumption}</p>
            </section>
          </>
        )}
        <HowItWorks home={home} />
      </main>
      <StoreFooter store={home.store} />
    </PageWords>
  );
}

function Hero({ home }: { home: StoreHome }) {
  return (
    <section className="grid items-center gap-8 lg:grid-cols-[minmax(0,1fr)_minmax(0,1.1fr)]">
      <div className="flex flex-col gap-4">
        <h1 className="text-38 text-balance max-sm:text-28">{home.words.headline}</h1>
        <p className="max-w-120 text-16 text-pretty text-ink-2">{home.words.lead}</p>
        <Form method="get" action="/inventory" role="search" className="mt-1 flex max-w-120 items-end gap-2">
          <TextField
            label={home.words.searchLabel}
            type="search"
            name="q"
            maxLength={60}
            placeholder={home.words.searchExample}
            icon={<Search aria-hidden />}
            className="flex-1"
          />
          <Button type="submit" kind="primary" className="touch:h-11">
            {home.words.search}
          </Button>
        </Form>
        <Link to="/inventory" prefetch="intent" className="link touch-target self-start">
          {home.showAll}
        </Link>
      </div>
      <div className="overflow-hidden rounded-sheet bg-sunken">
        <CarPicture
          first
          decorative
          picture={{ body: "suv", colour: "lake", interior: "sand", angle: "side" }}
          sizes="(min-width: 80rem) 660px, (min-width: 64rem) 52vw, 100vw"
          className="aspect-[16/8] w-full object-cover object-[50%_64%]"
        />
      </div>
    </section>
  );
}

function Kinds({ home }: { home: StoreHome }) {
  return (
    <section aria-labelledby="kinds">
      <h2 id="kinds" className="mb-3 text-20">
        {home.words.byBody}
      </h2>
      <ul className="grid grid-cols-2 gap-3 sm:grid-cols-3 lg:grid-cols-6">
        {home.bodies.map(({ body, name, count, colour }) => (
          <li key={body}>
            <Link
              to={`/inventory?body=${body}`}
              prefetch="intent"
              className="block overflow-hidden rounded-sheet border border-line bg-surface transition-colors duration-140 hover:border-line-2"
            >
              <CarPicture
                decorative
                picture={{ body, colour, angle: "side" }}
                sizes="small"
                className="aspect-[16/8] w-full object-cover object-[50%_64%]"
              />
              <span className="flex items-baseline justify-between gap-2 px-3 py-2.5">
                <span className="font-semibold">{name}</span>
                <span className="figures text-13 text-ink-3">{count}</span>
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}

const steps = [1, 2, 3] as const;

function HowItWorks({ home }: { home: StoreHome }) {
  return (
    <section aria-labelledby="how" className="scroll-mt-20">
      <h2 id="how" className="mb-3 scroll-mt-20 text-20">
        {home.words.howTitle}
      </h2>
      <ol className="grid overflow-hidden rounded-sheet border border-line bg-surface max-md:divide-y md:grid-cols-3 md:divide-x divide-line">
        {steps.map((step) => (
          <li key={step} className="flex gap-3.5 p-5">
            <span
              aria-hidden
              className="figures grid size-7 shrink-0 place-items-center rounded-full bg-accent-50 text-13 font-semibold text-accent-700"
            >
              {step}
            </span>
            <div>
              <h3 className="text-16">{home.words[`step${step}`]}</h3>
              <p className="mt-0.5 text-pretty text-ink-2">{home.words[`step${step}Text`]}</p>
            </div>
          </li>
        ))}
      </ol>
    </section>
  );
}
