/** A message, not an essay; counted in UTF-16 units, as browsers count `maxLength`. */
export const MAX_CHAT_TEXT = 2_000;
/** Of a file's name as others see it. */
export const MAX_FILE_NAME = 120;
/** A photo of a phone or a scanned paper. The server's own limit for uploads lies above it. */
export const MAX_FILE_BYTES = 10 * 1024 * 1024;
/** Of one deal's conversation; a jacket has its own place for documents. */
export const MAX_FILES_PER_DEAL = 60;
/** Larger pictures are refused before a pixel is read: a small file can unpack to gigabytes. */
export const MAX_IMAGE_PIXELS = 40_000_000;
/** The longer edge a picture keeps; enough to read a registration. */
export const MAX_IMAGE_EDGE = 2_400;
/** A title, a registration, a bill of sale; not a manual. */
export const MAX_PDF_PAGES = 60;
/** How many messages a page of the conversation holds. */
export const MESSAGES_PER_PAGE = 100;
/** Written by hand: more than this a second is a program. */
export const MESSAGES_PER_SECOND = 2;
export const MESSAGES_AT_ONCE = 12;
/** Read marks, typing and older pages. */
export const CHAT_SIGNS_PER_SECOND = 6;
export const CHAT_SIGNS_AT_ONCE = 30;
/** "Is typing" is over when nothing more is heard for this long. */
export const TYPING_MS = 6_000;
/** The other side has this long to see a message on the card before an e-mail tells them. */
export const AWAY_AFTER_SECONDS = 60;
/** Chat teams aim to answer within the first, and call it missed after the second. */
export const PICK_UP_MS = 10_000;
export const MISSED_AFTER_MS = 120_000;
/** Short answers a store keeps ready. */
export const MAX_CANNED_ANSWERS = 40;
