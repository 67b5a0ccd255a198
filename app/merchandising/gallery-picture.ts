/** A damage on a picture, in shares of its width and height, said in words. */
export interface PictureSpot {
  x: number;
  y: number;
  text: string;
}

/** One picture of a vehicle, with every address and word it is shown by. */
export interface GalleryPicture {
  /** Its place on the page. */
  id: string;
  alt: string;
  width: number;
  height: number;
  /** Sets of widths, AVIF and WebP. */
  avif: string;
  webp: string;
  /** The smaller one, for thumbnails and for browsers that know no sets. */
  small: string;
  full: string;
  /** The same photo as it was taken. */
  unedited: string | null;
  /** What was done to it, and where that can be read in full. */
  edit: { what: string; proof: string | null; to: string } | null;
  spots: PictureSpot[];
}

export interface Gallery {
  pictures: GalleryPicture[];
  isIllustrated: boolean;
  /** Addresses of the frames of a turn; empty where there are too few. */
  spin: string[];
}
