import type { FrameWords } from "./page-words";

/** What every public page says about the store, in the reader's language. */
export interface StoreFront {
  name: string;
  phone: string;
  email: string;
  address: { street: string; city: string; region: string; postcode: string };
  /** "Open until 8 PM", or when it opens next. */
  opening: string;
  /** Monday first. */
  hours: { day: string; hours: string; isToday: boolean }[];
  words: FrameWords;
}

/** What a page says about itself to a browser's tab and to those who index. */
export interface PageHead {
  title: string;
  description: string;
  /** The page's one address. */
  url: string;
}
