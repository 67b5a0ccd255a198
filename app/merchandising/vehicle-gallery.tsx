import { ChevronLeft, ChevronRight, Image, Palette } from "lucide-react";
import { useRef, useState, type KeyboardEvent, type MouseEvent, type ReactNode } from "react";
import { cx } from "#app/ui/class-names";
import { lazyPart } from "#app/ui/lazy-part";
import { DamageSpots } from "./damage-spots";
import { GalleryImage } from "./gallery-image";
import type { Gallery, GalleryPicture } from "./gallery-picture";
import { fill, useVehicleWords } from "./page-words";
import { useSlides } from "./use-slides";

/** Few enlarge a picture: what it takes is fetched when the first one does. */
const PictureZoom = lazyPart("picture-zoom", async () => (await import("./picture-zoom")).PictureZoom);
const SpinView = lazyPart("spin-view", async () => (await import("./spin-view")).SpinView);

export const GALLERY_SIZES = "(min-width: 80rem) 832px, (min-width: 64rem) calc(100vw - 26rem), 100vw";

/** One row of them; the others come with the arrows. */
const MOST_THUMBNAILS = 8;

interface VehicleGalleryProps {
  name: string;
  gallery: Gallery;
}

/**
 * The pictures: a strip that snaps under a thumb, arrows, thumbnails, arrow keys, a larger view. Every control is a
 * link to a picture's place, so it also works where no script runs.
 */
export function VehicleGallery({ name, gallery: { pictures, isIllustrated, spin } }: VehicleGalleryProps) {
  const words = useVehicleWords().gallery;
  const strip = useRef<HTMLUListElement>(null);
  const { index, goTo, onScroll } = useSlides(strip, pictures.length);
  const [zoomed, setZoomed] = useState<number | null>(null);
  const [unedited, setUnedited] = useState(false);
  const label = fill(words.label, { name });
  const keys = (event: KeyboardEvent) => {
    const to = { ArrowLeft: index - 1, ArrowRight: index + 1, Home: 0, End: pictures.length - 1 }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    goTo(to);
  };
  return (
    <section aria-roledescription="carousel" aria-label={label} onKeyDown={keys} className="min-w-0">
      <div className="relative">
        <ul
          ref={strip}
          onScroll={onScroll}
          className="scrollbar-none flex snap-x snap-mandatory overflow-x-auto overscroll-x-contain bg-sunken sm:rounded-sheet"
        >
          {pictures.map((picture, place) => (
            <Slide
              key={picture.id}
              picture={picture}
              isDrawn={isIllustrated}
              unedited={unedited}
              label={`${words.zoom}, ${fill(words.count, { index: place + 1, total: pictures.length })}`}
              isFirst={place === 0}
              isShown={place === index}
              onZoom={() => setZoomed(place)}
            />
          ))}
        </ul>
        {isIllustrated ? (
          <Pill className="absolute top-3 left-3 sm:top-4 sm:left-4">
            <Palette aria-hidden className="size-4" strokeWidth={1.75} />
            {words.illustration}
          </Pill>
        ) : null}
        <Controls {...{ pictures, index, goTo, unedited, setUnedited }}>
          {spin.length > 0 ? <SpinView frames={spin} label={label} className={cx(pillClass, livePill)} /> : null}
        </Controls>
      </div>
      <Thumbnails pictures={pictures} index={index} goTo={goTo} />
      {zoomed === null ? null : (
        <PictureZoom pictures={pictures} start={zoomed} unedited={unedited} onClose={() => setZoomed(null)} />
      )}
    </section>
  );
}

interface SlideProps {
  picture: GalleryPicture;
  isDrawn: boolean;
  unedited: boolean;
  label: string;
  isFirst: boolean;
  isShown: boolean;
  onZoom: () => void;
}

function Slide({ picture, isDrawn, unedited, label, isFirst, isShown, onZoom }: SlideProps) {
  const zoom = (event: MouseEvent) => {
    event.preventDefault();
    onZoom();
  };
  return (
    <li
      id={picture.id}
      className={cx(
        "relative w-full shrink-0 scroll-mt-20 snap-center",
        isDrawn ? "aspect-[16/10.7] sm:aspect-[16/10]" : "aspect-4/3",
      )}
    >
      <a
        href={picture.full}
        aria-label={label}
        tabIndex={isShown ? 0 : -1}
        onClick={zoom}
        className="block size-full cursor-zoom-in focus-visible:-outline-offset-4"
      >
        <GalleryImage
          picture={picture}
          sizes={GALLERY_SIZES}
          first={isFirst}
          unedited={unedited}
          className={cx("size-full", unedited && !isDrawn ? "object-contain" : "object-cover object-[50%_60%]")}
        />
      </a>
      {picture.spots.length > 0 && !unedited ? <DamageSpots spots={picture.spots} /> : null}
    </li>
  );
}

interface MoveProps {
  pictures: readonly GalleryPicture[];
  index: number;
  goTo: (index: number) => void;
}

/** A link to a picture's place; with a script it slides there instead. */
function useMove({ pictures, goTo }: MoveProps) {
  return (to: number) => ({
    href: `#${pictures[(to + pictures.length) % pictures.length]!.id}`,
    onClick: (event: MouseEvent) => {
      event.preventDefault();
      goTo(to);
    },
  });
}

interface ControlsProps extends MoveProps {
  unedited: boolean;
  setUnedited: (unedited: boolean) => void;
  /** Before the others: what only some cars have. */
  children: ReactNode;
}

function Controls({ unedited, setUnedited, children, ...props }: ControlsProps) {
  const words = useVehicleWords().gallery;
  const move = useMove(props);
  const { pictures, index } = props;
  const asTaken = pictures[index]?.unedited;
  const toggle = (event: MouseEvent) => {
    event.preventDefault();
    setUnedited(!unedited);
  };
  return (
    <>
      <a {...move(index - 1)} aria-label={words.previous} className={cx(arrowClass, "left-4")}>
        <ChevronLeft aria-hidden className="size-5" strokeWidth={1.75} />
      </a>
      <a {...move(index + 1)} aria-label={words.next} className={cx(arrowClass, "right-4")}>
        <ChevronRight aria-hidden className="size-5" strokeWidth={1.75} />
      </a>
      <div className="pointer-events-none absolute inset-x-3 bottom-3 flex items-center justify-between gap-2 sm:inset-x-4 sm:bottom-4 sm:justify-end">
        {children}
        {asTaken ? (
          <a href={asTaken} onClick={toggle} className={cx(pillClass, livePill)}>
            <Image aria-hidden className="size-4" strokeWidth={1.75} />
            {unedited ? words.edited : words.unedited}
          </a>
        ) : null}
        <Pill>
          <span aria-live="polite" className="figures">
            {fill(words.count, { index: index + 1, total: pictures.length })}
          </span>
        </Pill>
      </div>
    </>
  );
}

function Thumbnails(props: MoveProps) {
  const move = useMove(props);
  return (
    <ul className="mt-2 grid grid-cols-8 gap-2 max-sm:hidden">
      {props.pictures.slice(0, MOST_THUMBNAILS).map((picture, place) => (
        <li key={picture.id}>
          <a
            {...move(place)}
            aria-current={place === props.index ? "true" : undefined}
            className="block overflow-hidden rounded-cell bg-sunken ring-accent-600 ring-offset-2 ring-offset-ground transition-shadow duration-140 aria-[current=true]:ring-2"
          >
            <img
              src={picture.small}
              alt={picture.alt}
              width={320}
              height={200}
              loading="lazy"
              className="aspect-[3/2] w-full object-cover object-[50%_60%]"
            />
          </a>
        </li>
      ))}
    </ul>
  );
}

const arrowClass =
  "absolute top-1/2 grid size-11 -translate-y-1/2 place-items-center rounded-full bg-surface text-ink shadow-button hover:bg-ground max-sm:hidden";
const livePill = "touch-target pointer-events-auto hover:bg-ground";
const pillClass =
  "inline-flex h-8.5 items-center gap-2 rounded-full bg-surface px-3.5 text-13 font-medium whitespace-nowrap text-ink shadow-button";

function Pill({ className, children }: { className?: string; children: ReactNode }) {
  return <span className={cx(pillClass, className)}>{children}</span>;
}
