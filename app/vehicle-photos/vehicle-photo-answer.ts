import type { photoRefusals } from "#app/trade-photos/photo-limits";

/** Why a file does not become a photo of a car; each has its sentence on the shot list. */
export type VehiclePhotoRefusal =
  (typeof photoRefusals)[number] | "blurred" | "dark" | "duplicate" | "enough" | "notFetched";

export type VehicleUploadAnswer =
  /** How many bytes are here: the next piece begins there. */
  | { status: "receiving"; received: number }
  | { status: "kept"; photoId: string }
  | { status: "refusedFile"; reason: VehiclePhotoRefusal; like?: string }
  /** Nothing happened; the same piece may be sent again in a moment. */
  | { status: "again" };

/** A photo goes as it was taken, and a few pieces are fewer answers to wait for. */
export const PHOTO_PIECE_BYTES = 512 * 1024;
