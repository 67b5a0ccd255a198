import { UPLOAD_PIECE_BYTES } from "#app/trade-photos/photo-limits";
import type { UploadAnswer } from "#app/trade-photos/upload-answer";
import type { PhotoRole } from "#machines/stages/trade-photos";

export interface PhotoToSend {
  dealId: string;
  uploadId: string;
  car: number;
  role: PhotoRole;
  bytes: Blob;
}

export type SentPhoto = Extract<UploadAnswer, { status: "kept" | "refusedFile" | "refused" }>;

/** Between tries on a line that comes and goes; after the last one somebody presses "Try again". */
const PAUSES_MS = [800, 2_000, 5_000];

const pause = (milliseconds: number, signal: AbortSignal) =>
  new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, milliseconds);
    signal.addEventListener("abort", () => {
      clearTimeout(timer);
      resolve();
    });
  });

async function sendPiece(photo: PhotoToSend, offset: number, signal: AbortSignal): Promise<UploadAnswer> {
  const { dealId, uploadId, car, role, bytes } = photo;
  const form = new FormData();
  const fields = { car, role, offset, total: bytes.size };
  for (const [name, value] of Object.entries(fields)) form.set(name, String(value));
  form.set("piece", bytes.slice(offset, offset + UPLOAD_PIECE_BYTES), "piece");
  const answer = await fetch(`/deals/${dealId}/uploads/${uploadId}`, { method: "POST", body: form, signal });
  // What is no answer of the upload itself, such as a proxy's page, is a broken line.
  if (!answer.headers.get("Content-Type")?.includes("json")) return { status: "again" };
  return (await answer.json()) as UploadAnswer;
}

/**
 * Sends a photo piece by piece. Each answer says how much the server holds, so that a broken line, and a second try
 * minutes later, go on where it stopped. Null: the line is gone; the same upload may be tried again.
 */
export async function sendPhoto(
  photo: PhotoToSend,
  onProgress: (share: number) => void,
  signal: AbortSignal,
): Promise<SentPhoto | null> {
  let offset = 0;
  let broken = 0;
  while (!signal.aborted) {
    const answer = await sendPiece(photo, offset, signal).catch((): UploadAnswer => ({ status: "again" }));
    switch (answer.status) {
      case "receiving":
        offset = answer.received;
        broken = 0;
        onProgress(offset / photo.bytes.size);
        break;
      case "again": {
        const wait = PAUSES_MS[broken++];
        if (wait === undefined) return null;
        await pause(wait, signal);
        break;
      }
      default:
        onProgress(1);
        return answer;
    }
  }
  return null;
}
