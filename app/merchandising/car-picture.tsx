import { carArtAlt, carArtUrl, type CarPicture as Picture } from "#prisma/seed/car-art/car-art-catalog";
import { useLocale } from "#app/ui/messages";

interface CarPictureProps {
  picture: Picture;
  /** How wide it will be drawn, as in `sizes`; `small` loads the 640 px file alone. */
  sizes: string | "small";
  /** The largest thing on the page: fetched first and never late. */
  first?: boolean;
  /** Beside words that already say what it is. */
  decorative?: boolean;
  className?: string;
}

export const pictureSet = (picture: Picture, format: "avif" | "webp") =>
  `${carArtUrl(picture, 640, format)} 640w, ${carArtUrl(picture, 1600, format)} 1600w`;

/** One drawing, AVIF first; its size is known before it arrives, so nothing moves. */
export function CarPicture({ picture, sizes, first = false, decorative = false, className }: CarPictureProps) {
  const locale = useLocale();
  const small = sizes === "small";
  const set = (format: "avif" | "webp") => (small ? carArtUrl(picture, 640, format) : pictureSet(picture, format));
  // React 18 knows the attribute only in lower case, its types only in camel case.
  const priority = first ? { fetchpriority: "high" } : {};
  return (
    <picture className="contents">
      <source type="image/avif" srcSet={set("avif")} sizes={small ? undefined : sizes} />
      <img
        {...priority}
        src={carArtUrl(picture, 640, "webp")}
        srcSet={set("webp")}
        sizes={small ? undefined : sizes}
        alt={decorative ? "" : carArtAlt(picture, locale)}
        width={1600}
        height={1000}
        loading={first ? "eager" : "lazy"}
        decoding={first ? "sync" : "async"}
        className={className}
      />
    </picture>
  );
}
