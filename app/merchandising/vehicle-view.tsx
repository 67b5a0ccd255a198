import { Link } from "@remix-run/react";
import { ArrowLeft, ArrowRight, ChevronRight, CircleCheck } from "lucide-react";
import { carColourNames } from "#prisma/seed/car-art/car-art-catalog";
import { Chip } from "#app/ui/chip";
import { useLocale, useMessages } from "#app/ui/messages";
import { useFormat } from "#app/ui/use-format";
import { ContactActions } from "./contact-actions";
import { FactGrid } from "./fact-grid";
import { PaymentTile } from "./payment-tile";
import { DeskPrice, PhonePrice } from "./price-panel";
import { ResultGrid } from "./result-grid";
import { searchAddress, emptyWish } from "./search-wish";
import type { PageCard } from "./stock-card";
import { StartDealForm, StickyStart } from "./start-deal-form";
import { StoreFooter } from "./store-footer";
import { StoreHeader } from "./store-header";
import { storeMessages } from "./store-messages";
import { VehicleActs } from "./vehicle-acts";
import { VehicleGallery } from "./vehicle-gallery";
import { vehicleMessages } from "./vehicle-messages";
import type { VehiclePage } from "./vehicle-page";
import { AboutVehicle, VehicleFeatures, VehicleHistory, WindowSticker } from "./vehicle-sections";
import { vehicleWords } from "./vehicle-words";

/** The page of a vehicle that is for sale or held. */
export function VehicleView({ page, startFailed }: { page: VehiclePage; startFailed: boolean }) {
  const t = useMessages(vehicleMessages);
  const { vehicle, store } = page;
  const { name } = vehicle;
  const locked = vehicle.status === "held" ? t("heldReason") : undefined;
  const acts = <VehicleActs stockNumber={vehicle.stockNumber} name={name} url={page.url} />;
  return (
    <>
      <StoreHeader store={store} phoneStart={<BackLink />} phoneEnd={acts} />
      <main id="main" className="mx-auto max-w-320 px-5 pb-8 max-sm:bg-surface max-sm:px-0">
        <Crumbs page={page} />
        {startFailed ? (
          <p role="alert" className="mb-4 rounded-block bg-neg-ground px-4 py-3 text-neg max-sm:mx-4 max-sm:mt-4">
            {t("startFailed")}
          </p>
        ) : null}
        <div className="grid gap-x-6 lg:grid-cols-[minmax(0,1fr)_22.5rem] xl:grid-cols-[minmax(0,1fr)_25.5rem]">
          <div className="flex min-w-0 flex-col gap-4">
            <VehicleGallery vehicle={vehicle} />
            <div className="max-lg:hidden">
              <FactGrid facts={page.facts} />
            </div>
          </div>
          <BuyPanel page={page} name={name} locked={locked} />
          <div className="px-0 pt-4 max-sm:px-4 lg:hidden">
            <FactGrid facts={page.facts} />
          </div>
        </div>
        <SimilarSection similar={page.similar} body={vehicle.body} count={page.sameBody} />
        <div className="mt-8 grid items-start gap-4 max-sm:px-4 lg:grid-cols-2">
          <AboutVehicle about={page.sheets.about} />
          <div className="grid gap-4">
            <VehicleFeatures features={page.sheets.features} />
            <VehicleHistory history={page.sheets.history} />
            <WindowSticker sticker={page.sheets.sticker} />
          </div>
        </div>
      </main>
      <StoreFooter store={store} className="max-sm:pb-24" />
      <StickyStart locked={locked} />
      <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: page.jsonLd }} />
    </>
  );
}

function BuyPanel({ page, name, locked }: { page: VehiclePage; name: string; locked?: string }) {
  const t = useMessages(vehicleMessages);
  const { vehicle, store, price } = page;
  return (
    <aside
      aria-label={name}
      className="flex min-w-0 flex-col max-sm:px-4 sm:max-lg:mt-4 sm:self-start sm:rounded-sheet sm:border sm:border-line sm:bg-surface lg:overflow-hidden"
    >
      <div className="flex flex-col sm:px-5 sm:pt-4 sm:pb-4">
        <div className="flex min-h-9 flex-wrap items-center justify-between gap-x-3 max-sm:mt-4">
          <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
            {vehicle.status === "held" ? (
              <Chip kind="warning">{t("held")}</Chip>
            ) : (
              <Chip kind="positive" icon={CircleCheck}>
                {t("available")}
              </Chip>
            )}
            {page.lookers > 0 ? (
              <span className="text-13 text-ink-3 lg:hidden">{t("lookers", { count: page.lookers })}</span>
            ) : null}
          </span>
          <span className="-mr-2 max-sm:hidden">
            <VehicleActs stockNumber={vehicle.stockNumber} name={name} url={page.url} />
          </span>
        </div>
        <h1 className="mt-1 text-24">{name}</h1>
        <Subtitle page={page} />
      </div>
      <div className="overflow-hidden max-sm:mt-4 max-sm:rounded-sheet max-sm:border max-sm:border-line max-sm:bg-surface">
        <PhonePrice price={price} />
        <DeskPrice price={price} />
        <div className="max-sm:border-t max-sm:border-line sm:p-5 sm:pt-3">
          <PaymentTile stockNumber={vehicle.stockNumber} estimate={page.estimate} disclosure={page.disclosure} choices={page.choices} wish={page.wish} />
        </div>
      </div>
      <div className="sm:px-5 sm:pb-4">
        <StartDealForm locked={locked} />
      </div>
      <div className="max-sm:mt-3">
        <ContactActions store={store} name={name} stockNumber={vehicle.stockNumber} canStart={!locked} />
      </div>
    </aside>
  );
}

function Subtitle({ page: { vehicle } }: { page: VehiclePage }) {
  const t = useMessages(vehicleMessages);
  const words = useMessages(vehicleWords);
  const format = useFormat();
  const locale = useLocale();
  const colour = carColourNames[vehicle.colour][locale];
  const economy =
    vehicle.economy.kind === "electric"
      ? t("shortRange", { count: vehicle.economy.rangeMiles })
      : t("shortMpg", { city: vehicle.economy.city, highway: vehicle.economy.highway });
  return (
    <>
      <p className="text-13 text-ink-3 max-sm:hidden">
        {colour}, {t(`interior.${vehicle.interior}`)}. {t("stockVin", { stock: vehicle.stockNumber, vin: vehicle.vin.slice(-7) })}
      </p>
      <p className="text-ink-3 sm:hidden">
        {[colour, words(`drive.${vehicle.drivetrain}`), format.miles(vehicle.mileage), economy].join(", ")}
      </p>
    </>
  );
}

function BackLink() {
  const t = useMessages(storeMessages);
  return (
    <Link to="/inventory" aria-label={t("back")} className="touch-target grid size-9 place-items-center rounded-cell text-ink-2">
      <ArrowLeft aria-hidden className="size-5" strokeWidth={1.75} />
    </Link>
  );
}

function Crumbs({ page: { vehicle } }: { page: VehiclePage }) {
  const t = useMessages(vehicleMessages);
  const store = useMessages(storeMessages);
  const words = useMessages(vehicleWords);
  const { condition, make, body } = vehicle;
  const steps = [
    { to: searchAddress({ ...emptyWish, condition: [condition] }), name: words(`condition.${condition}`) },
    { to: searchAddress({ ...emptyWish, make: [make] }), name: make },
    { to: searchAddress({ ...emptyWish, body: [body] }), name: words(`bodies.${body}`) },
  ];
  return (
    <nav aria-label={t("crumbs")} className="flex items-center justify-between gap-4 py-3 text-13 text-ink-2 max-sm:hidden">
      <ol className="flex items-center gap-1.5">
        {steps.map(({ to, name }, index) => (
          <li key={to} className="flex items-center gap-1.5">
            {index > 0 ? <ChevronRight aria-hidden className="size-3.5 text-ink-3" /> : null}
            <Link to={to} className="touch-target hover:text-ink hover:underline">
              {name}
            </Link>
          </li>
        ))}
      </ol>
      <Link to="/inventory" className="touch-target flex items-center gap-1.5 hover:text-ink">
        <ArrowLeft aria-hidden className="size-4" strokeWidth={1.75} />
        {store("all")}
      </Link>
    </nav>
  );
}

interface SimilarSectionProps {
  similar: readonly PageCard[];
  body: VehiclePage["vehicle"]["body"];
  /** How many of this kind are in stock. */
  count: number;
}

export function SimilarSection({ similar, body, count }: SimilarSectionProps) {
  const t = useMessages(vehicleMessages);
  if (similar.length === 0) return null;
  return (
    <section aria-labelledby="similar" className="mt-8 max-sm:px-4">
      <div className="mb-3 flex flex-wrap items-baseline justify-between gap-x-3">
        <div className="flex flex-wrap items-baseline gap-x-3">
          <h2 id="similar" className="text-20">
            {t("similar")}
          </h2>
          <p className="text-13 text-ink-3">{t("similarNote")}</p>
        </div>
        <Link to={searchAddress({ ...emptyWish, body: [body] })} className="link touch-target flex items-center gap-1 text-13">
          {t("similarAll", { count })}
          <ArrowRight aria-hidden className="size-4" strokeWidth={1.75} />
        </Link>
      </div>
      <ResultGrid cards={similar} wide />
    </section>
  );
}
