import { createHash } from "node:crypto";
import { now } from "#app/platform/clock.server";
import {
  dropPartialFile,
  openFiles,
  type PartialFile,
  readPartialFile,
  receivedBytes,
  receivePiece,
} from "#app/platform/partial-file.server";
import { oneAtATime } from "#app/trade-photos/one-at-a-time.server";
import { LARGEST_PHOTO_BYTES, MOST_OPEN_UPLOADS } from "#app/trade-photos/photo-limits";
import { looksTheSame } from "./editing/judge-photo";
import { keepVehiclePhoto, type PhotoOwner, photoOfVehicleUpload, photosOf } from "./kept-vehicle-photos.server";
import { workOnPhoto } from "./photo-process.server";
import { manyOf, type Shot } from "./photo-shots";
import { PHOTO_PIECE_BYTES, type VehiclePhotoRefusal, type VehicleUploadAnswer } from "./vehicle-photo-answer";

/** Nobody goes on with an upload after a day. */
const LEFT_AFTER_MS = 24 * 60 * 60 * 1000;

export interface PhotoPlace extends PhotoOwner {
  uploadId: string;
  shot: Shot;
  /** Among the frames of a spin; elsewhere the order of the shots decides. */
  position: number;
  addedBy: string;
}

export interface VehiclePhotoPiece extends PhotoPlace {
  offset: number;
  total: number;
  piece: Uint8Array;
}

const fileOf = ({ stockNumber, rooftopId, uploadId }: PhotoPlace): PartialFile => ({
  owner: `${rooftopId}/${stockNumber}`,
  name: uploadId,
});

const refused = (reason: VehiclePhotoRefusal, like?: string): VehicleUploadAnswer => ({
  status: "refusedFile",
  reason,
  ...(like ? { like } : {}),
});

/** Where to go on after a broken line. */
export const resumeVehiclePhoto = (place: PhotoPlace): Promise<number> => receivedBytes(fileOf(place));

/**
 * One piece of a photo of a car. The last one makes it a photo. Every step may be repeated: an upload that has become a
 * photo answers with it again.
 */
export async function receiveVehiclePhoto(sent: VehiclePhotoPiece): Promise<VehicleUploadAnswer> {
  const file = fileOf(sent);
  return oneAtATime(`${file.owner}/${file.name}`, async () => {
    const known = await photoOfVehicleUpload(sent.stockNumber, sent.uploadId);
    if (known) return { status: "kept", photoId: known };
    if (sent.total > LARGEST_PHOTO_BYTES || sent.piece.byteLength > PHOTO_PIECE_BYTES) return refused("tooBig");
    const leftBefore = new Date(now().getTime() - LEFT_AFTER_MS);
    if ((await receivedBytes(file)) === 0 && (await openFiles(file.owner, leftBefore)) >= MOST_OPEN_UPLOADS)
      return refused("tooManyUploads");
    const received = await receivePiece(file, sent.offset, sent.piece);
    if (received < sent.total) return { status: "receiving", received };
    const bytes = await readPartialFile(file);
    if (!bytes) return { status: "receiving", received: 0 };
    const answer = received > sent.total ? refused("damaged") : await becomePhoto(sent, bytes);
    await dropPartialFile(file);
    return answer;
  });
}

/** A whole file, however it came: looked at, compared with the car's other photos, and kept. */
export async function becomePhoto(place: PhotoPlace, bytes: Buffer): Promise<VehicleUploadAnswer> {
  const photo = await workOnPhoto("inspect", { bytes });
  if ("refused" in photo) return refused(photo.refused);
  const receivedSha256 = createHash("sha256").update(bytes).digest("hex");
  // In turn: two phones must not both find that the other's photo is not there yet.
  return oneAtATime(`photos/${place.stockNumber}`, async () => {
    const others = await photosOf(place);
    const { shot } = place;
    const same = others.find(
      (other) =>
        other.receivedSha256 === receivedSha256 ||
        // Frames of a spin are meant to look alike.
        (shot !== "spin" && other.role !== "spin" && looksTheSame(other.fingerprint, photo.worth.fingerprint)),
    );
    if (same) return refused("duplicate", same.role);
    const most = manyOf[shot];
    if (most !== undefined && others.filter(({ role }) => role === shot).length >= most) return refused("enough");
    const photoId = await keepVehiclePhoto({ ...place, receivedSha256, photo });
    return { status: "kept", photoId };
  });
}
