import { randomUUID } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { assert } from "#machines/assert";
import type { PhotoRole } from "#machines/stages/trade-photos";
import type { Actor } from "#machines/store/actor";
import { UPLOAD_PIECE_BYTES } from "#app/trade-photos/photo-limits";
import { receivePhoto } from "#app/trade-photos/receive-photo.server";
import type { CarColour } from "./car-art/car-art-catalog";

const WIDTH = 1600;

/** Five of the seven: the walk round the car was broken off, as walks are. */
const pictures = (colour: CarColour): readonly (readonly [PhotoRole, string])[] => [
  ["frontThreeQuarter", `suv-${colour}/front-${WIDTH}.webp`],
  ["rearThreeQuarter", `suv-${colour}/rear-${WIDTH}.webp`],
  ["driverSide", `suv-${colour}/side-${WIDTH}.webp`],
  ["interior", `cabin-dark-classic/cabin-${WIDTH}.webp`],
  ["tires", `suv-${colour}/wheel-${WIDTH}.webp`],
];

/** A demo customer's photos of their car: drawn ones, sent piece by piece like a phone's. */
export async function sendPhotos(dealId: string, actor: Actor, colour: CarColour): Promise<void> {
  for (const [role, file] of pictures(colour)) {
    const bytes = await readFile(join(process.cwd(), "public", "vehicles", file));
    const upload = { dealId, actor, uploadId: randomUUID(), car: 1, role, total: bytes.byteLength };
    for (let offset = 0; offset < bytes.byteLength;) {
      const piece = bytes.subarray(offset, offset + UPLOAD_PIECE_BYTES);
      const answer = await receivePhoto({ ...upload, offset, piece });
      assert(answer.status === "receiving" || answer.status === "kept", `a drawn photo is taken: ${answer.status}`);
      offset = answer.status === "receiving" ? answer.received : bytes.byteLength;
    }
  }
}
