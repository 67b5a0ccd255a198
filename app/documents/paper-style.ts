import { rgb } from "pdf-lib";
import type { Locale } from "#app/ui/locale";

/** US Letter, in points. */
export const PAGE = { width: 612, height: 792 } as const;
export const MARGIN = 48;
/** In the upper margin, on every page but the first. */
export const RUNNING_HEAD = 28;
/** Above the footer. */
export const FLOOR = PAGE.height - MARGIN - 24;

export const inks = {
  text: rgb(0.07, 0.1, 0.11),
  soft: rgb(0.37, 0.42, 0.45),
  /** An amount that somebody set by hand. */
  stated: rgb(0.54, 0.33, 0),
  hair: rgb(0.8, 0.83, 0.84),
  shade: rgb(0.95, 0.96, 0.965),
  watermark: rgb(0.9, 0.92, 0.93),
} as const;

export interface PaperOptions {
  title: string;
  author: string;
  /** Stands in the file instead of the time of drawing, so that equal inputs give equal bytes. */
  date: Date;
  footer: string;
  isDraft?: boolean;
  /** Whatever it is drawn from: names in it may need fonts beside our own. */
  letters: unknown;
  /** Of its words, for readers that speak it and for what the paper says by itself. */
  locale?: Locale;
}
