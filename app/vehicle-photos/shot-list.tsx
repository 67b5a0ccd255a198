import { Link } from "@remix-run/react";
import { Camera, CircleCheck, Eye, TriangleAlert } from "lucide-react";
import { useState } from "react";
import { carArtUrl, type CarAngle } from "#prisma/seed/car-art/car-art-catalog";
import { Button } from "#app/ui/button";
import { cx } from "#app/ui/class-names";
import { useMessages } from "#app/ui/messages";
import { ProgressBar } from "#app/ui/progress-bar";
import { Sheet } from "#app/ui/sheet";
import { PhotoFileInput } from "./photo-file-input";
import { photoWords } from "./photo-messages";
import type { PhotoScreen, PhotoSlotView, PhotoView } from "./photo-screen";
import { photoScreenMessages } from "./photo-screen-messages";
import { LEAST_SPIN_FRAMES, manyOf, type Shot } from "./photo-shots";
import type { useVehicleUploads, VehicleUpload } from "./use-vehicle-uploads";

/** A drawing of this kind of car from where the photo is taken; the others have a camera alone. */
const ghosts: Partial<Record<Shot, { angle: CarAngle; mirrored?: boolean }>> = {
  frontThreeQuarter: { angle: "front" },
  front: { angle: "front" },
  driverSide: { angle: "side" },
  rearThreeQuarter: { angle: "rear" },
  rear: { angle: "rear" },
  passengerSide: { angle: "side", mirrored: true },
  dashboard: { angle: "cabin" },
  wheel: { angle: "wheel" },
};

interface ShotListProps {
  screen: PhotoScreen;
  uploading: ReturnType<typeof useVehicleUploads>;
  chosen: string | null;
}

/** Every shot has its place: what is taken shows itself, what is not shows how to stand. */
export function ShotList({ screen, uploading, chosen }: ShotListProps) {
  const t = useMessages(photoScreenMessages);
  const [camera, setCamera] = useState(true);
  const part = (required: boolean) => (
    <ul className="grid grid-cols-2 gap-x-3 gap-y-4 sm:grid-cols-3 2xl:grid-cols-4">
      {screen.slots
        .filter((slot) => slot.required === required)
        .map((slot) => (
          <Slot
            key={slot.shot}
            slot={slot}
            art={screen.car.art}
            uploading={uploading}
            camera={camera}
            chosen={chosen}
          />
        ))}
    </ul>
  );
  return (
    <Sheet aria-labelledby="shot-list" padding={24}>
      <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-1">
        <div className="min-w-0">
          <h2 id="shot-list" className="text-16">
            {t("list")}
          </h2>
          <p className="max-w-160 text-13 text-ink-3">{t("listHint")}</p>
        </div>
        <span className="-ml-3 hidden touch:block">
          <Button kind="word" size="small" onClick={() => setCamera(!camera)}>
            {t(camera ? "library" : "camera")}
          </Button>
        </span>
      </div>
      <div className="mt-4">{part(true)}</div>
      <h3 className="mt-6 mb-3 text-13 text-ink-3">{t("moreShots")}</h3>
      {part(false)}
    </Sheet>
  );
}

interface SlotProps {
  slot: PhotoSlotView;
  art: PhotoScreen["car"]["art"];
  uploading: ShotListProps["uploading"];
  camera: boolean;
  chosen: string | null;
}

function Slot({ slot: { shot, photos }, art, uploading, camera, chosen }: SlotProps) {
  const t = useMessages(photoScreenMessages);
  const words = useMessages(photoWords);
  const name = words(`shot.${shot}`);
  const upload = uploading.uploads.find((one) => one.shot === shot);
  const isMany = manyOf[shot] !== undefined;
  const first = photos[0];
  return (
    <li className="min-w-0">
      {first ? <Taken photo={first} name={name} isChosen={photos.some(({ id }) => id === chosen)} /> : null}
      {upload?.state === "sending" ? (
        <div className={cx("flex items-end rounded-cell bg-sunken p-3", first ? "mt-2" : "aspect-4/3")}>
          <ProgressBar
            parts={[upload.share]}
            className="w-full"
            label={t("sending", { shot: name, share: Math.round(upload.share * 100) })}
          />
        </div>
      ) : (
        <Taking
          {...{ shot, name, art, camera, isMany }}
          hasPhoto={first !== undefined}
          onFiles={(files) => void uploading.add(shot, files)}
        />
      )}
      {first ? null : <p className="mt-1 text-13 font-medium text-ink-2">{name}</p>}
      {shot === "spin" && photos.length > 0 ? (
        <p className="text-12 text-ink-3">{t("frames", { count: photos.length, least: LEAST_SPIN_FRAMES })}</p>
      ) : null}
      {isMany && shot !== "spin" && photos.length > 1 ? <More photos={photos.slice(1)} name={name} /> : null}
      {upload && upload.state !== "sending" ? <Trouble upload={upload} name={name} uploading={uploading} /> : null}
    </li>
  );
}

const addressOf = ({ id }: PhotoView) => `?photo=${encodeURIComponent(id)}`;

function Taken({ photo, name, isChosen }: { photo: PhotoView; name: string; isChosen: boolean }) {
  const t = useMessages(photoScreenMessages);
  const isReady = photo.state === "ready";
  const needsEyes = isReady && photo.mask !== null && photo.background === "none" && !photo.isShown;
  const Icon = photo.state === "failed" ? TriangleAlert : needsEyes ? Eye : CircleCheck;
  const state = photo.state === "working" ? (photo.step ?? "reading") : photo.state;
  return (
    <Link
      to={addressOf(photo)}
      preventScrollReset
      aria-label={t("open", { shot: name })}
      aria-current={isChosen ? "true" : undefined}
      className="group block rounded-cell"
    >
      <span className="relative block aspect-4/3 overflow-clip rounded-cell bg-sunken ring-accent-600 ring-offset-2 ring-offset-surface group-aria-[current=true]:ring-2">
        <img src={photo.thumb} alt="" width={320} height={240} loading="lazy" className="size-full object-cover" />
        {isReady || photo.state === "failed" ? (
          <span className="absolute right-1.5 bottom-1.5 grid size-6 place-items-center rounded-full bg-surface">
            <Icon
              aria-hidden
              className={cx("size-4", photo.state === "failed" ? "text-neg" : needsEyes ? "text-warn" : "text-pos")}
              strokeWidth={2}
            />
          </span>
        ) : null}
      </span>
      <span className="mt-1 block truncate text-13 font-medium">{name}</span>
      <span className="block truncate text-12 text-ink-3">
        {photo.isShown && isReady ? t("onPage") : t(`state.${state}`)}
      </span>
    </Link>
  );
}

const More = ({ photos, name }: { photos: readonly PhotoView[]; name: string }) => {
  const t = useMessages(photoScreenMessages);
  return (
    <ul className="mt-2 grid grid-cols-3 gap-2">
      {photos.map((photo) => (
        <li key={photo.id}>
          <Link to={addressOf(photo)} preventScrollReset aria-label={t("open", { shot: name })} className="block">
            <img
              src={photo.thumb}
              alt=""
              width={320}
              height={240}
              loading="lazy"
              className="aspect-4/3 w-full rounded-cell bg-sunken object-cover"
            />
          </Link>
        </li>
      ))}
    </ul>
  );
};

interface TakingProps {
  shot: Shot;
  name: string;
  art: PhotoScreen["car"]["art"];
  camera: boolean;
  isMany: boolean;
  hasPhoto: boolean;
  onFiles: (files: File[]) => void;
}

function Taking({ shot, name, art, camera, isMany, hasPhoto, onFiles }: TakingProps) {
  const t = useMessages(photoScreenMessages);
  const ghost = ghosts[shot];
  return (
    <PhotoFileInput
      label={t("take", { shot: name })}
      camera={camera && !isMany}
      multiple={isMany}
      isWord={hasPhoto}
      onFiles={onFiles}
    >
      {hasPhoto ? (
        t(isMany ? "add" : "takeAgain")
      ) : (
        <span className="relative flex aspect-4/3 items-center justify-center overflow-clip rounded-cell border border-dashed border-control">
          {ghost ? (
            <img
              src={carArtUrl({ ...art, angle: ghost.angle }, 640, "webp")}
              alt=""
              width={640}
              height={400}
              loading="lazy"
              className={cx(
                "absolute inset-0 size-full object-cover opacity-20 grayscale",
                ghost.mirrored && "-scale-x-100",
              )}
            />
          ) : null}
          <span className="relative grid size-11 place-items-center rounded-full bg-surface text-accent-600 shadow-button">
            <Camera className="size-5" strokeWidth={1.75} />
          </span>
        </span>
      )}
    </PhotoFileInput>
  );
}

interface TroubleProps {
  upload: VehicleUpload;
  name: string;
  uploading: ShotListProps["uploading"];
}

function Trouble({ upload, name, uploading }: TroubleProps) {
  const t = useMessages(photoScreenMessages);
  const words = useMessages(photoWords);
  const like = upload.like ? words(`shot.${upload.like as Shot}`) : "";
  return (
    <div role="alert" className="mt-2 rounded-cell bg-neg-ground px-3 py-2 text-13 text-neg">
      <p>{upload.reason ? t(`refused.${upload.reason}`, { like }) : t("broken", { shot: name })}</p>
      <p className="-mb-1 -ml-2 flex flex-wrap">
        {upload.state === "broken" ? (
          <Button kind="word" size="small" onClick={() => void uploading.retry(upload.uploadId, upload.shot)}>
            {t("retry")}
          </Button>
        ) : null}
        <Button kind="word" size="small" onClick={() => uploading.drop(upload.uploadId)}>
          {t("drop")}
        </Button>
      </p>
    </div>
  );
}
