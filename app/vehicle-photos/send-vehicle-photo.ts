import { PHOTO_PIECE_BYTES, type VehicleUploadAnswer } from "./vehicle-photo-answer";

export interface PhotoToSend {
  stockNumber: string;
  uploadId: string;
  shot: string;
  position: number;
  bytes: Blob;
}

export type SentVehiclePhoto = Extract<VehicleUploadAnswer, { status: "kept" | "refusedFile" }>;

/** Between tries on a line that comes and goes; after the last one somebody presses "Try again". */
const PAUSES_MS = [800, 2_000, 5_000];

async function sendPiece(photo: PhotoToSend, offset: number, signal: AbortSignal): Promise<VehicleUploadAnswer> {
  const { stockNumber, uploadId, shot, position, bytes } = photo;
  const form = new FormData();
  const fields = { shot, position, offset, total: bytes.size };
  for (const [name, value] of Object.entries(fields)) form.set(name, String(value));
  form.set("piece", bytes.slice(offset, offset + PHOTO_PIECE_BYTES), "piece");
  const address = `/merchandising/${stockNumber}/uploads/${uploadId}`;
  const answer = await fetch(address, { method: "POST", body: form, signal });
  // What is no answer of the upload itself, such as a proxy's page, is a broken line.
  if (!answer.headers.get("Content-Type")?.includes("json")) return { status: "again" };
  return (await answer.json()) as VehicleUploadAnswer;
}

/**
 * Sends a photo piece by piece. Each answer says how much the server holds, so that a broken line, and a second try
 * minutes later, go on where it stopped. Null: the line is gone; the same upload may be tried again.
 */
export async function sendVehiclePhoto(
  photo: PhotoToSend,
  onProgress: (share: number) => void,
  signal: AbortSignal,
): Promise<SentVehiclePhoto | null> {
  let offset = 0;
  let broken = 0;
  while (!signal.aborted) {
    const answer = await sendPiece(photo, offset, signal).catch((): VehicleUploadAnswer => ({ status: "again" }));
    if (answer.status === "receiving") {
      offset = answer.received;
      broken = 0;
      onProgress(offset / photo.bytes.size);
    } else if (answer.status === "again") {
      const wait = PAUSES_MS[broken++];
      if (wait === undefined) return null;
      await new Promise((resolve) => setTimeout(resolve, wait));
    } else return answer;
  }
  return null;
}
