import type { GalleryPicture } from "./gallery-picture";

interface GalleryImageProps {
  picture: GalleryPicture;
  /** How wide it will be drawn, as in `sizes`. */
  sizes: string;
  /** The largest thing on the page: fetched first and never late. */
  first?: boolean;
  /** As it was taken. */
  unedited?: boolean;
  className?: string;
}

/** One picture of a vehicle, AVIF first; its size is known before it arrives, so nothing moves. */
export function GalleryImage({ picture, sizes, first = false, unedited = false, className }: GalleryImageProps) {
  // React 18 knows the attribute only in lower case, its types only in camel case.
  const priority = first ? { fetchpriority: "high" } : {};
  const asTaken = unedited ? picture.unedited : null;
  return (
    <picture className="contents">
      {asTaken ? null : <source type="image/avif" srcSet={picture.avif} sizes={sizes} />}
      <img
        {...priority}
        src={asTaken ?? picture.full}
        srcSet={asTaken ? undefined : picture.webp}
        sizes={sizes}
        alt={picture.alt}
        width={picture.width}
        height={picture.height}
        loading={first ? "eager" : "lazy"}
        decoding={first ? "sync" : "async"}
        className={className}
      />
    </picture>
  );
}
