import { Link } from "@remix-run/react";
import { ChevronLeft, ChevronRight, CircleCheck } from "lucide-react";
import { Chip } from "#app/ui/chip";
import { ContactActions } from "./contact-actions";
import { FactGrid } from "./fact-grid";
import { CarsAtThisPayment, SimilarCars } from "./other-cars";
import { PageWords, useFrameWords, useVehicleWords } from "./page-words";
import { PaymentTile } from "./payment-tile";
import { DeskPrice, PhonePrice } from "./price-panel";
import { StartDealForm, StickyStart } from "./start-deal-form";
import { StoreFooter } from "./store-footer";
import { StoreHeader } from "./store-header";
import { VehicleActs } from "./vehicle-acts";
import { useOpenPage } from "./use-open-page";
import { VehicleGallery } from "./vehicle-gallery";
import type { VehiclePage } from "./vehicle-page";
import { AboutVehicle, VehicleFeatures, VehicleHistory, WindowSticker } from "./vehicle-sections";

/** The page of a vehicle that is for sale or held. */
export function VehicleView({ page, startFailed }: { page: VehiclePage; startFailed: boolean }) {
  const { vehicle, store, sheets, words } = page;
  useOpenPage(vehicle.stockNumber);
  const locked = vehicle.isHeld ? words.heldReason : undefined;
  return (
    <PageWords frame={store.words} vehicle={words}>
      <StoreHeader store={store} phoneStart={<BackLink />} phoneEnd={<Acts page={page} />} />
      <main id="main" className="mx-auto max-w-320 px-5 pb-8 max-sm:bg-surface max-sm:px-0">
        <Crumbs crumbs={page.crumbs} />
        {startFailed ? (
          <p role="alert" className="mb-4 rounded-block bg-neg-ground px-4 py-3 text-neg max-sm:mx-4 max-sm:mt-4">
            {words.startFailed}
          </p>
        ) : null}
        <div className="grid gap-x-6 gap-y-4 lg:grid-cols-[minmax(0,1fr)_22.5rem] lg:grid-rows-[auto_1fr] xl:grid-cols-[minmax(0,1fr)_25.5rem]">
          <VehicleGallery name={vehicle.name} gallery={page.gallery} />
          <BuyPanel page={page} locked={locked} />
          <div className="max-sm:px-4">
            <FactGrid facts={page.facts} />
          </div>
        </div>
        {page.neighbours ? <CarsAtThisPayment neighbours={page.neighbours} /> : null}
        <SimilarCars similar={page.similar} />
        <div className="mt-8 grid items-start gap-4 max-sm:px-4 lg:grid-cols-2">
          <AboutVehicle about={sheets.about} />
          <div className="grid gap-4">
            <VehicleFeatures features={sheets.features} />
            <VehicleHistory history={sheets.history} papers={page.papers} />
            <WindowSticker sticker={sheets.sticker} />
          </div>
        </div>
      </main>
      <StoreFooter store={store} className="max-sm:mt-0 max-sm:pb-24" />
      <StickyStart locked={locked} />
      <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: page.jsonLd }} />
    </PageWords>
  );
}

const Acts = ({ page: { vehicle, head } }: { page: VehiclePage }) => (
  <VehicleActs stockNumber={vehicle.stockNumber} name={vehicle.name} url={head.url} />
);

/** Beside the gallery at a desk, under it on a phone: what it costs, what it costs a month, and the one button. */
function BuyPanel({ page, locked }: { page: VehiclePage; locked?: string }) {
  const words = useVehicleWords();
  const { vehicle, store, price } = page;
  return (
    <aside
      aria-label={vehicle.name}
      className="flex min-w-0 flex-col max-sm:-mt-4 max-sm:px-4 sm:self-start sm:rounded-sheet sm:border sm:border-line sm:bg-surface lg:row-span-2 lg:overflow-hidden"
    >
      <div className="flex flex-col sm:px-5 sm:pt-4 sm:pb-4">
        <div className="flex min-h-9 flex-wrap items-center justify-between gap-x-3 max-sm:mt-4">
          <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
            {vehicle.isHeld ? (
              <Chip kind="warning">{words.held}</Chip>
            ) : (
              <Chip kind="positive" icon={CircleCheck}>
                {words.available}
              </Chip>
            )}
            {page.lookers ? <span className="text-13 text-ink-3 lg:hidden">{page.lookers}</span> : null}
          </span>
          <span className="-mr-2 max-sm:hidden">
            <Acts page={page} />
          </span>
        </div>
        <h1 className="mt-1 text-24">{vehicle.name}</h1>
        <p className="text-13 text-ink-3 max-sm:hidden">{vehicle.line}</p>
        <p className="text-ink-3 sm:hidden">{vehicle.phoneLine}</p>
      </div>
      <div className="overflow-hidden max-sm:mt-4 max-sm:rounded-sheet max-sm:border max-sm:border-line">
        <PhonePrice price={price} />
        <DeskPrice price={price} />
        <div className="max-sm:border-t max-sm:border-line sm:p-5 sm:pt-3">
          <PaymentTile stockNumber={vehicle.stockNumber} payment={page.payment} />
        </div>
      </div>
      <div className="sm:px-5 sm:pb-4">
        <StartDealForm locked={locked} entries={page.payment.entries} />
        {locked ? (
          <a href={`/inventory/${vehicle.stockNumber}/wait`} className="link flex min-h-11 items-center justify-center">
            {words.waitForIt}
          </a>
        ) : null}
      </div>
      <div className="max-sm:mt-3">
        <ContactActions store={store} letter={page.letter} subject={page.head.title} />
      </div>
    </aside>
  );
}

function BackLink() {
  const words = useFrameWords();
  return (
    <Link
      to="/inventory"
      aria-label={words.back}
      className="touch-target grid size-9 place-items-center rounded-cell text-ink-2"
    >
      <ChevronLeft aria-hidden className="size-5" strokeWidth={1.75} />
    </Link>
  );
}

function Crumbs({ crumbs }: { crumbs: VehiclePage["crumbs"] }) {
  const words = useVehicleWords();
  const frame = useFrameWords();
  return (
    <nav
      aria-label={words.crumbs}
      className="flex items-center justify-between gap-4 py-3 text-13 text-ink-2 max-sm:hidden"
    >
      <ol className="flex items-center gap-1.5">
        {crumbs.map(({ to, name }, index) => (
          <li key={to} className="flex items-center gap-1.5">
            {index > 0 ? <ChevronRight aria-hidden className="size-3.5 text-ink-3" /> : null}
            <Link to={to} className="touch-target hover:text-ink hover:underline">
              {name}
            </Link>
          </li>
        ))}
      </ol>
      <Link to="/inventory" className="touch-target flex items-center gap-1.5 hover:text-ink">
        <ChevronLeft aria-hidden className="size-4" strokeWidth={1.75} />
        {frame.all}
      </Link>
    </nav>
  );
}
