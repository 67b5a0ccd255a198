import { ChevronLeft, ChevronRight, X, ZoomIn, ZoomOut } from "lucide-react";
import { useEffect, useRef, useState, type KeyboardEvent } from "react";
import { Button } from "#app/ui/button";
import { cx } from "#app/ui/class-names";
import { GalleryImage } from "./gallery-image";
import type { GalleryPicture } from "./gallery-picture";
import { fill, useVehicleWords } from "./page-words";

interface PictureZoomProps {
  pictures: readonly GalleryPicture[];
  start: number;
  unedited: boolean;
  onClose: () => void;
}

/** A picture on the whole screen, once more twice as large to look around in. Esc closes, arrows turn over. */
export function PictureZoom({ pictures, start, unedited, onClose }: PictureZoomProps) {
  const words = useVehicleWords().gallery;
  const dialog = useRef<HTMLDialogElement>(null);
  const [index, setIndex] = useState(start);
  const [closer, setCloser] = useState(false);
  const [asTaken, setAsTaken] = useState(unedited);
  useEffect(() => {
    const element = dialog.current;
    if (element && !element.open) element.showModal();
  }, []);
  const picture = pictures[index];
  if (!picture) return null;
  const turn = (by: number) => {
    setCloser(false);
    setIndex((index + by + pictures.length) % pictures.length);
  };
  const keys = (event: KeyboardEvent) => {
    // The gallery behind listens for the same keys.
    event.stopPropagation();
    if (event.key === "ArrowLeft" && !closer) turn(-1);
    if (event.key === "ArrowRight" && !closer) turn(1);
  };
  return (
    <dialog
      ref={dialog}
      onClose={onClose}
      onKeyDown={keys}
      aria-label={words.zoom}
      className="m-0 flex size-full max-h-none max-w-none flex-col bg-surface text-ink backdrop:bg-scrim"
    >
      <div className="flex h-14 shrink-0 items-center justify-between gap-2 border-b border-line px-4">
        <span className="figures text-13 text-ink-2">
          {fill(words.count, { index: index + 1, total: pictures.length })}
        </span>
        <span className="flex items-center gap-1">
          <Button kind="quiet" icon aria-label={words.previous} onClick={() => turn(-1)}>
            <ChevronLeft aria-hidden strokeWidth={1.75} />
          </Button>
          <Button kind="quiet" icon aria-label={words.next} onClick={() => turn(1)}>
            <ChevronRight aria-hidden strokeWidth={1.75} />
          </Button>
          {picture.unedited ? (
            <Button kind="quiet" onClick={() => setAsTaken(!asTaken)}>
              {asTaken ? words.edited : words.unedited}
            </Button>
          ) : null}
          <Button kind="quiet" onClick={() => setCloser(!closer)}>
            {closer ? <ZoomOut aria-hidden strokeWidth={1.75} /> : <ZoomIn aria-hidden strokeWidth={1.75} />}
            {closer ? words.further : words.closer}
          </Button>
          <Button kind="quiet" icon aria-label={words.close} onClick={() => dialog.current?.close()}>
            <X aria-hidden strokeWidth={1.75} />
          </Button>
        </span>
      </div>
      {/* Focusable, so that the arrow keys can look around in the larger picture. */}
      <div tabIndex={0} role="group" aria-label={words.zoom} className="flex min-h-0 flex-1 overflow-auto bg-sunken">
        <GalleryImage
          key={picture.id}
          picture={picture}
          sizes="100vw"
          unedited={asTaken}
          className={cx(
            "m-auto",
            closer ? "w-[200vw] max-w-none shrink-0 sm:w-[160vw]" : "max-h-full w-full object-contain",
          )}
        />
      </div>
      <Caption picture={picture} />
    </dialog>
  );
}

/** What the picture shows and what was done to it; the whole of it is one press away, signed. */
function Caption({ picture: { alt, edit, spots } }: { picture: GalleryPicture }) {
  if (!edit) return null;
  const said = [edit.what, edit.proof].filter(Boolean).join(". ");
  return (
    <div className="shrink-0 border-t border-line px-4 py-2.5 text-13 text-ink-2">
      <p>{spots.length > 0 ? spots.map(({ text }, index) => `${index + 1}. ${text}`).join(", ") : alt}</p>
      <a href={edit.to} target="_blank" rel="noreferrer" className="touch-target text-accent-600 hover:underline">
        {said}
      </a>
    </div>
  );
}
