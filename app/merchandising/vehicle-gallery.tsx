import { ChevronLeft, ChevronRight, Image, Palette } from "lucide-react";
import {
  lazy,
  Suspense,
  useRef,
  useState,
  type KeyboardEvent,
  type MouseEvent,
  type ReactNode,
  type RefObject,
  type UIEvent,
} from "react";
import { carArtUrl, carGallery, type CarAngle, type CarPicture as Picture } from "#prisma/seed/car-art/car-art-catalog";
import { cx } from "#app/ui/class-names";
import { CarPicture } from "./car-picture";
import { fill, useVehicleWords } from "./page-words";

/** Few enlarge a picture: what it takes is fetched when the first one does. */
const PictureZoom = lazy(async () => ({ default: (await import("./picture-zoom")).PictureZoom }));

export const GALLERY_SIZES = "(min-width: 80rem) 832px, (min-width: 64rem) calc(100vw - 26rem), 100vw";

interface VehicleGalleryProps {
  vehicle: {
    name: string;
    body: Picture["body"];
    colour: Picture["colour"];
    interior: NonNullable<Picture["interior"]>;
    illustration: boolean;
  };
}

const slideId = (angle: CarAngle) => `photo-${angle}`;

/** Which picture stands in view, and how to go to another. */
function useSlides(strip: RefObject<HTMLUListElement>, count: number) {
  const [index, setIndex] = useState(0);
  const goTo = (wanted: number) => {
    const list = strip.current;
    if (!list) return;
    const next = (wanted + count) % count;
    // Past either end it jumps: sliding back over eight pictures would be a fairground ride.
    const isNear = Math.abs(next - index) <= 1;
    list.scrollTo({ left: next * list.clientWidth, behavior: isNear ? "smooth" : "instant" });
  };
  const onScroll = (event: UIEvent<HTMLUListElement>) => {
    const { scrollLeft, clientWidth } = event.currentTarget;
    setIndex(Math.min(count - 1, Math.max(0, Math.round(scrollLeft / Math.max(1, clientWidth)))));
  };
  return { index, goTo, onScroll };
}

/**
 * The pictures: a strip that snaps under a thumb, arrows, thumbnails, arrow keys, a larger view. Every control is a
 * link to a picture's place, so it also works where no script runs.
 */
export function VehicleGallery({ vehicle: { name, body, colour, interior, illustration } }: VehicleGalleryProps) {
  const words = useVehicleWords().gallery;
  const pictures = carGallery(body, colour, interior);
  const strip = useRef<HTMLUListElement>(null);
  const { index, goTo, onScroll } = useSlides(strip, pictures.length);
  const [zoomed, setZoomed] = useState<number | null>(null);
  const keys = (event: KeyboardEvent) => {
    const to = { ArrowLeft: index - 1, ArrowRight: index + 1, Home: 0, End: pictures.length - 1 }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    goTo(to);
  };
  return (
    <section
      aria-roledescription="carousel"
      aria-label={fill(words.label, { name })}
      onKeyDown={keys}
      className="min-w-0"
    >
      <div className="relative">
        <ul
          ref={strip}
          onScroll={onScroll}
          className="scrollbar-none flex snap-x snap-mandatory overflow-x-auto overscroll-x-contain bg-sunken sm:rounded-sheet"
        >
          {pictures.map((picture, place) => (
            <Slide
              key={picture.angle}
              picture={picture}
              label={`${words.zoom}, ${fill(words.count, { index: place + 1, total: pictures.length })}`}
              isFirst={place === 0}
              isShown={place === index}
              onZoom={() => setZoomed(place)}
            />
          ))}
        </ul>
        {illustration ? (
          <Pill className="absolute top-3 left-3 sm:top-4 sm:left-4">
            <Palette aria-hidden className="size-4" strokeWidth={1.75} />
            {words.illustration}
          </Pill>
        ) : null}
        <Controls pictures={pictures} index={index} goTo={goTo} />
      </div>
      <Thumbnails pictures={pictures} index={index} goTo={goTo} />
      {zoomed === null ? null : (
        <Suspense fallback={null}>
          <PictureZoom pictures={pictures} start={zoomed} onClose={() => setZoomed(null)} />
        </Suspense>
      )}
    </section>
  );
}

interface SlideProps {
  picture: Picture;
  label: string;
  isFirst: boolean;
  isShown: boolean;
  onZoom: () => void;
}

function Slide({ picture, label, isFirst, isShown, onZoom }: SlideProps) {
  const zoom = (event: MouseEvent) => {
    event.preventDefault();
    onZoom();
  };
  return (
    <li
      id={slideId(picture.angle)}
      className="aspect-[16/10.7] w-full shrink-0 scroll-mt-20 snap-center sm:aspect-[16/10]"
    >
      <a
        href={carArtUrl(picture, 1600, "webp")}
        aria-label={label}
        tabIndex={isShown ? 0 : -1}
        onClick={zoom}
        className="block size-full cursor-zoom-in focus-visible:-outline-offset-4"
      >
        <CarPicture
          picture={picture}
          sizes={GALLERY_SIZES}
          first={isFirst}
          className="size-full object-cover object-[50%_60%]"
        />
      </a>
    </li>
  );
}

interface MoveProps {
  pictures: readonly Picture[];
  index: number;
  goTo: (index: number) => void;
}

/** A link to a picture's place; with a script it slides there instead. */
function useMove({ pictures, goTo }: MoveProps) {
  return (to: number) => ({
    href: `#${slideId(pictures[(to + pictures.length) % pictures.length]!.angle)}`,
    onClick: (event: MouseEvent) => {
      event.preventDefault();
      goTo(to);
    },
  });
}

function Controls(props: MoveProps) {
  const words = useVehicleWords().gallery;
  const move = useMove(props);
  const { pictures, index } = props;
  const lot = pictures.findIndex(({ angle }) => angle === "lot");
  const isUnedited = index === lot;
  return (
    <>
      <a {...move(index - 1)} aria-label={words.previous} className={cx(arrowClass, "left-4")}>
        <ChevronLeft aria-hidden className="size-5" strokeWidth={1.75} />
      </a>
      <a {...move(index + 1)} aria-label={words.next} className={cx(arrowClass, "right-4")}>
        <ChevronRight aria-hidden className="size-5" strokeWidth={1.75} />
      </a>
      <div className="pointer-events-none absolute inset-x-3 bottom-3 flex items-center justify-between gap-2 sm:inset-x-4 sm:bottom-4 sm:justify-end">
        <a
          {...move(isUnedited ? 0 : lot)}
          className={cx(pillClass, "touch-target pointer-events-auto hover:bg-ground")}
        >
          <Image aria-hidden className="size-4" strokeWidth={1.75} />
          {isUnedited ? words.edited : words.unedited}
        </a>
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
      {props.pictures.map((picture, place) => (
        <li key={picture.angle}>
          <a
            {...move(place)}
            aria-current={place === props.index ? "true" : undefined}
            className="block overflow-hidden rounded-cell bg-sunken ring-accent-600 ring-offset-2 ring-offset-ground transition-shadow duration-140 aria-[current=true]:ring-2"
          >
            <CarPicture picture={picture} sizes="small" className="aspect-[3/2] w-full object-cover object-[50%_60%]" />
          </a>
        </li>
      ))}
    </ul>
  );
}

const arrowClass =
  "absolute top-1/2 grid size-11 -translate-y-1/2 place-items-center rounded-full bg-surface text-ink shadow-button hover:bg-ground max-sm:hidden";
const pillClass =
  "inline-flex h-8.5 items-center gap-2 rounded-full bg-surface px-3.5 text-13 font-medium whitespace-nowrap text-ink shadow-button";

function Pill({ className, children }: { className?: string; children: ReactNode }) {
  return <span className={cx(pillClass, className)}>{children}</span>;
}
