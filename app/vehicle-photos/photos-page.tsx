import { useSearchParams } from "@remix-run/react";
import { ExternalLink } from "lucide-react";
import { Button, ButtonLink } from "#app/ui/button";
import { cx } from "#app/ui/class-names";
import { useMessages } from "#app/ui/messages";
import { StoreBar } from "#app/ui/store-bar";
import { useAskAgain } from "#app/ui/use-ask-again";
import { PhotoExtras } from "./photo-extras";
import { photoWords } from "./photo-messages";
import { PhotoReview } from "./photo-review";
import type { PhotoScreen } from "./photo-screen";
import { photoScreenMessages } from "./photo-screen-messages";
import type { Shot } from "./photo-shots";
import { ShotList } from "./shot-list";
import { type PhotoActs, usePhotoActs } from "./use-photo-acts";
import { useVehicleUploads } from "./use-vehicle-uploads";

/** How often a photo that is being drawn is looked at. */
const ASK_AGAIN_MS = 1_200;

const isUnderWay = ({ state }: { state: string }) => state === "waiting" || state === "working";

/** A car's photos: the list of shots, one of them whole, and what belongs to the car beside them. */
export function PhotosPage({ screen }: { screen: PhotoScreen }) {
  const [params] = useSearchParams();
  const { stockNumber } = screen.car;
  const acts = usePhotoActs(stockNumber);
  const uploading = useVehicleUploads(stockNumber);
  const photos = screen.slots.flatMap((slot) => slot.photos);
  const chosen = photos.find(({ id }) => id === params.get("photo")) ?? null;
  const underWay = photos.filter(isUnderWay).length;
  useAskAgain(underWay > 0 ? ASK_AGAIN_MS : null);
  return (
    <div className="flex min-h-dvh flex-col">
      <PhotosBar screen={screen} />
      <main id="main" tabIndex={-1} className="mx-auto w-full max-w-400 flex-1 p-4 outline-none max-sm:px-3">
        <Lead screen={screen} underWay={underWay} acts={acts} />
        <div className="mt-4 grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_minmax(0,34rem)] xl:grid-cols-[minmax(0,1fr)_minmax(0,44rem)]">
          <div className={cx("grid min-w-0 gap-4", chosen && "max-lg:hidden")}>
            <ShotList screen={screen} uploading={uploading} chosen={chosen?.id ?? null} />
            <PhotoExtras screen={screen} acts={acts} />
          </div>
          {chosen ? (
            <div className="min-w-0 lg:sticky lg:top-18 lg:max-h-[calc(100dvh-88px)] lg:overflow-y-auto">
              <PhotoReview key={chosen.id} photo={chosen} acts={acts} />
            </div>
          ) : null}
        </div>
      </main>
    </div>
  );
}

function PhotosBar({ screen: { storeName, reader, car } }: { screen: PhotoScreen }) {
  const t = useMessages(photoScreenMessages);
  return (
    <StoreBar
      storeName={storeName}
      reader={`${reader.firstName} ${reader.lastName}`}
      label={t("places")}
      places={[
        { to: "/merchandising", name: t("board"), end: true },
        { to: `/merchandising/${car.stockNumber}`, name: t("car"), end: true },
        { to: `/merchandising/${car.stockNumber}/photos`, name: t("title") },
      ]}
    />
  );
}

function Lead({ screen, underWay, acts }: { screen: PhotoScreen; underWay: number; acts: PhotoActs }) {
  const t = useMessages(photoScreenMessages);
  const { car, slots } = screen;
  const required = slots.filter((slot) => slot.required);
  const taken = required.filter(({ photos }) => photos.length > 0).length;
  const ready = slots.flatMap(({ photos }) => photos).filter(({ state, isShown }) => state === "ready" && !isShown);
  return (
    <header className="flex flex-wrap items-end justify-between gap-x-6 gap-y-3">
      <div className="min-w-0">
        <h1 className="text-20">{car.name}</h1>
        <p className="text-13 text-ink-3">
          {t("stock", { stock: car.stockNumber })}, {t("taken", { taken, all: required.length })}
        </p>
        <p aria-live="polite" className="min-h-5 text-13 text-ink-2">
          {underWay === 0 && ready.length > 0 && !car.hasPage ? t("withApproval") : t("working", { count: underWay })}
        </p>
      </div>
      <div className="flex flex-wrap items-center gap-2">
        {car.isLive ? (
          <ButtonLink to={`/inventory/${car.stockNumber}`} kind="quiet">
            <ExternalLink aria-hidden strokeWidth={1.75} />
            {t("page")}
          </ButtonLink>
        ) : null}
        {ready.length > 0 && car.hasPage ? (
          <Button kind="primary" busy={acts.busy} onClick={() => void acts.act({ act: "show" })}>
            {t("show", { count: ready.length })}
          </Button>
        ) : null}
        {car.hasPage ? (
          // The bar's places have no room on a phone.
          <ButtonLink to={`/merchandising/${car.stockNumber}`} kind="quiet" className="md:hidden">
            {t("car")}
          </ButtonLink>
        ) : (
          <ButtonLink to={`/merchandising/${car.stockNumber}`} kind={ready.length > 0 ? "primary" : "quiet"}>
            {t("toReview")}
          </ButtonLink>
        )}
      </div>
      {acts.refused ? <Refused {...acts.refused} /> : null}
    </header>
  );
}

function Refused({ reason, like }: { reason: string; like?: string }) {
  const t = useMessages(photoScreenMessages);
  const words = useMessages(photoWords);
  const said = () => {
    if (reason === "duplicate") return t("refused.duplicate", { like: words(`shot.${(like ?? "extra") as Shot}`) });
    if (reason in photoScreenMessages.en.refused) return t(`refused.${reason as "notFetched"}`);
    return t(`refusedAct.${reason in photoScreenMessages.en.refusedAct ? (reason as "failed") : "failed"}`);
  };
  return (
    <p role="alert" className="w-full rounded-block bg-neg-ground px-4 py-2.5 text-neg">
      {said()}
    </p>
  );
}
