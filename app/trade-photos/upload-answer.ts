import type { Refusal } from "#machines/deal/deal-refusals";
import type { PhotoRefusal } from "./photo-limits";

/** What the server says to a piece of a photo. */
export type UploadAnswer =
  /** How many bytes it holds: the next piece begins there, whatever the sender thought. */
  | { status: "receiving"; received: number }
  | { status: "kept"; photoId: string }
  /** The file is no photo that we keep. */
  | { status: "refusedFile"; reason: PhotoRefusal }
  /** The deal does not take it now. */
  | { status: "refused"; refusal: Refusal }
  /** Nothing happened; the same piece may be sent again in a moment. */
  | { status: "again" };
