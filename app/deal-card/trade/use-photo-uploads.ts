import { useCallback, useEffect, useRef, useState } from "react";
import { preparePhoto } from "#app/deal-card/trade/prepare-photo";
import { sendPhoto, type SentPhoto } from "#app/deal-card/trade/send-photo";
import { useDeal } from "#app/deal-card/use-deal";
import type { PhotoRefusal } from "#app/trade-photos/photo-limits";
import type { Refusal } from "#machines/deal/deal-refusals";
import type { PhotoRole } from "#machines/stages/trade-photos";

export interface PhotoUpload {
  uploadId: string;
  role: PhotoRole;
  /** From 0 to 1. */
  share: number;
  state: "sending" | "broken" | "refused";
  reason: PhotoRefusal | null;
  refusal: Refusal | null;
  /** An address of this tab alone, to show what is on its way. */
  preview: string;
}

interface Kept {
  bytes: Blob;
  abort: AbortController;
}

/**
 * The photos on their way from this device. One that broke keeps its bytes and its name, and goes on where it stopped:
 * by itself when the line is back, or when somebody says so.
 */
export function usePhotoUploads(car: number) {
  const { dealId } = useDeal();
  const [uploads, setUploads] = useState<PhotoUpload[]>([]);
  const kept = useRef(new Map<string, Kept>());
  const put = useCallback((uploadId: string, change: Partial<PhotoUpload>) => {
    setUploads((list) => list.map((one) => (one.uploadId === uploadId ? { ...one, ...change } : one)));
  }, []);
  const drop = useCallback((uploadId: string) => {
    kept.current.get(uploadId)?.abort.abort();
    kept.current.delete(uploadId);
    setUploads((list) => {
      for (const one of list) if (one.uploadId === uploadId) URL.revokeObjectURL(one.preview);
      return list.filter((one) => one.uploadId !== uploadId);
    });
  }, []);

  const run = useCallback(
    async (uploadId: string, role: PhotoRole): Promise<SentPhoto | null> => {
      const mine = kept.current.get(uploadId);
      if (!mine) return null;
      put(uploadId, { state: "sending" });
      const photo = { dealId, uploadId, car, role, bytes: mine.bytes };
      const sent = await sendPhoto(photo, (share) => put(uploadId, { share }), mine.abort.signal);
      if (mine.abort.signal.aborted) return null;
      if (sent === null) put(uploadId, { state: "broken" });
      else if (sent.status === "kept") drop(uploadId);
      else if (sent.status === "refusedFile") put(uploadId, { state: "refused", reason: sent.reason });
      else put(uploadId, { state: "refused", refusal: sent.refusal });
      return sent;
    },
    [car, dealId, drop, put],
  );

  const add = useCallback(
    async (role: PhotoRole, file: File): Promise<SentPhoto | null> => {
      const uploadId = crypto.randomUUID();
      const preview = URL.createObjectURL(file);
      const begun: PhotoUpload = { uploadId, role, share: 0, state: "sending", reason: null, refusal: null, preview };
      setUploads((list) => [
        ...list.filter((one) => one.role !== role || role === "mark" || role === "finding"),
        begun,
      ]);
      kept.current.set(uploadId, { bytes: await preparePhoto(file), abort: new AbortController() });
      return run(uploadId, role);
    },
    [run],
  );

  const retry = useCallback(
    (uploadId: string) => {
      const one = uploads.find((upload) => upload.uploadId === uploadId);
      return one ? run(uploadId, one.role) : Promise.resolve(null);
    },
    [run, uploads],
  );

  useGoingOn(uploads, run, kept);
  return { uploads, add, retry, drop };
}

/** By themselves when the line is back; and nothing of them after the car has left the screen. */
function useGoingOn(
  uploads: readonly PhotoUpload[],
  run: (uploadId: string, role: PhotoRole) => Promise<unknown>,
  kept: { current: Map<string, Kept> },
) {
  useEffect(() => {
    const goOn = () => {
      for (const one of uploads) if (one.state === "broken") void run(one.uploadId, one.role);
    };
    window.addEventListener("online", goOn);
    return () => window.removeEventListener("online", goOn);
  }, [run, uploads]);
  useEffect(() => {
    const all = kept.current;
    return () => {
      for (const { abort } of all.values()) abort.abort();
    };
  }, [kept]);
}
