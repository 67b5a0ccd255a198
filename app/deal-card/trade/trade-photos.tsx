import { Camera } from "lucide-react";
import { type ReactNode, useState } from "react";
import { useCurrentCar } from "#app/deal-card/current-car";
import { LivePlace } from "#app/deal-card/live-place";
import { useReaderVoice } from "#app/deal-card/reader-voice";
import { photoMessages } from "#app/deal-card/trade/photo-messages";
import { PhotoThumb } from "#app/deal-card/trade/photo-thumb";
import { PhotoUploadState } from "#app/deal-card/trade/photo-upload-state";
import { PhotoViewer } from "#app/deal-card/trade/photo-viewer";
import { type PhotoUpload, usePhotoUploads } from "#app/deal-card/trade/use-photo-uploads";
import { Button } from "#app/ui/button";
import { cx } from "#app/ui/class-names";
import { useMessages } from "#app/ui/messages";
import type { DealView } from "#machines/deal/deal-view";
import { type GuidedPhotoRole, guidedPhotoRoles } from "#machines/stages/trade-photos";

type Photo = DealView["card"]["trade"]["photos"][number];

/** The walk round the car: seven places, each with its own photo, taken with the phone that is in the hand. */
export function TradePhotos() {
  const { car, trade } = useCurrentCar();
  const t = useMessages(photoMessages);
  const voice = useReaderVoice();
  const [camera, setCamera] = useState(true);
  const [shown, setShown] = useState<string | null>(null);
  const { uploads, add, retry, drop } = usePhotoUploads(car);
  const others = trade.photos.filter(({ role }) => !(guidedPhotoRoles as readonly string[]).includes(role));
  return (
    <LivePlace field="tradePhotos" tint={false}>
      <p className="mb-3 text-13 text-ink-3">{t("why", { ...voice })}</p>
      <ul className="grid grid-cols-3 gap-x-2 gap-y-3 sm:grid-cols-4">
        {guidedPhotoRoles.map((role) => (
          <li key={role}>
            <PhotoSlot
              role={role}
              photo={trade.photos.find((one) => one.role === role)}
              upload={uploads.find((one) => one.role === role)}
              camera={camera}
              onFile={(file) => void add(role, file)}
              onOpen={setShown}
            />
          </li>
        ))}
        {others.map((photo) => (
          <li key={photo.photoId}>
            <OpenPhoto photo={photo} onOpen={setShown} />
          </li>
        ))}
      </ul>
      <Button
        kind="word"
        size="small"
        className="mt-2 -ml-3 hidden touch:inline-flex"
        onClick={() => setCamera(!camera)}
      >
        {camera ? t("library") : t("camera")}
      </Button>
      <div className="mt-3 flex flex-col gap-2 empty:hidden">
        {uploads.map((upload) => (
          <PhotoUploadState
            key={upload.uploadId}
            upload={upload}
            onRetry={() => void retry(upload.uploadId)}
            onDrop={() => drop(upload.uploadId)}
          />
        ))}
      </div>
      <PhotoViewer
        photo={trade.photos.find(({ photoId }) => photoId === shown) ?? null}
        onClose={() => setShown(null)}
      />
    </LivePlace>
  );
}

interface PhotoSlotProps {
  role: GuidedPhotoRole;
  photo: Photo | undefined;
  upload: PhotoUpload | undefined;
  camera: boolean;
  onFile: (file: File) => void;
  onOpen: (photoId: string) => void;
}

function PhotoSlot({ role, photo, upload, camera, onFile, onOpen }: PhotoSlotProps) {
  const t = useMessages(photoMessages);
  if (upload)
    return (
      <span className="block">
        <span className="block aspect-4/3 overflow-clip rounded-cell bg-sunken">
          <UploadPreview address={upload.preview} />
        </span>
        <Caption>{t(`role.${role}`)}</Caption>
      </span>
    );
  return (
    <>
      {photo ? <OpenPhoto photo={photo} onOpen={onOpen} /> : null}
      <PhotoInput
        label={t(photo ? "takeAgain" : "take", { role: t(`role.${role}`) })}
        camera={camera}
        onFile={onFile}
        isWord={Boolean(photo)}
        small
      >
        {photo ? (
          t("replace")
        ) : (
          <span className="flex aspect-4/3 items-center justify-center rounded-cell border border-dashed border-control text-accent-600">
            <Camera aria-hidden className="size-6" strokeWidth={1.75} />
          </span>
        )}
      </PhotoInput>
      {photo ? null : (
        <>
          <Caption>{t(`role.${role}`)}</Caption>
          <span className="block text-12 text-ink-3 max-sm:hidden">{t(`hint.${role}`)}</span>
        </>
      )}
    </>
  );
}

/** What cannot be shown here may still be a photo: the server says. */
function UploadPreview({ address }: { address: string }) {
  const [shows, setShows] = useState(true);
  return shows ? (
    <img src={address} alt="" className="size-full object-cover opacity-60" onError={() => setShows(false)} />
  ) : null;
}

function OpenPhoto({ photo, onOpen }: { photo: Photo; onOpen: (photoId: string) => void }) {
  const t = useMessages(photoMessages);
  const role = t(`role.${photo.role}`);
  return (
    <button
      type="button"
      aria-label={t("open", { role })}
      className="block w-full rounded-cell text-left"
      onClick={() => onOpen(photo.photoId)}
    >
      <PhotoThumb photoId={photo.photoId} role={photo.role} />
      <Caption>{role}</Caption>
    </button>
  );
}

const Caption = ({ children }: { children: ReactNode }) => (
  <span className="mt-1 block truncate text-12 font-medium text-ink-2">{children}</span>
);

interface PhotoInputProps {
  label: string;
  camera: boolean;
  isWord?: boolean;
  /** Under a thumbnail. */
  small?: boolean;
  onFile: (file: File) => void;
  children: ReactNode;
}

/** The browser's own way to a photo: on a phone the camera opens, elsewhere the files. */
export function PhotoInput({ label, camera, isWord = false, small = false, onFile, children }: PhotoInputProps) {
  return (
    <label
      className={cx(
        "block cursor-pointer rounded-cell has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent-600",
        isWord && "font-medium text-accent-600 touch:py-2",
        isWord && (small ? "text-12" : "text-14"),
      )}
    >
      <input
        type="file"
        accept="image/*"
        {...(camera ? { capture: "environment" as const } : {})}
        aria-label={label}
        className="sr-only"
        onChange={(event) => {
          const file = event.currentTarget.files?.[0];
          event.currentTarget.value = "";
          if (file) onFile(file);
        }}
      />
      <span aria-hidden>{children}</span>
    </label>
  );
}
