import { useRevalidator } from "@remix-run/react";
import { useCallback, useEffect, useRef, useState } from "react";
import { preparePhoto } from "#app/deal-card/trade/prepare-photo";
import type { Shot } from "./photo-shots";
import { sendVehiclePhoto } from "./send-vehicle-photo";
import type { VehiclePhotoRefusal } from "./vehicle-photo-answer";

export interface VehicleUpload {
  uploadId: string;
  shot: Shot;
  /** From 0 to 1. */
  share: number;
  state: "sending" | "broken" | "refused";
  reason: VehiclePhotoRefusal | null;
  like: string | null;
}

interface Kept {
  bytes: Blob;
  position: number;
  abort: AbortController;
}

/** Sent as it was taken; only what the server cannot read is drawn anew here, where this browser can. */
const READABLE = new Set(["image/jpeg", "image/png", "image/webp"]);
const asSent = (file: File): Promise<Blob> => (READABLE.has(file.type) ? Promise.resolve(file) : preparePhoto(file));

/** The photos on their way from this device; one that broke keeps its bytes and goes on where it stopped. */
export function useVehicleUploads(stockNumber: string) {
  const { revalidate } = useRevalidator();
  const [uploads, setUploads] = useState<VehicleUpload[]>([]);
  const kept = useRef(new Map<string, Kept>());
  const put = useCallback((uploadId: string, change: Partial<VehicleUpload>) => {
    setUploads((list) => list.map((one) => (one.uploadId === uploadId ? { ...one, ...change } : one)));
  }, []);
  const drop = useCallback((uploadId: string) => {
    kept.current.get(uploadId)?.abort.abort();
    kept.current.delete(uploadId);
    setUploads((list) => list.filter((one) => one.uploadId !== uploadId));
  }, []);
  const send = useCallback(
    async (uploadId: string, shot: Shot) => {
      const own = kept.current.get(uploadId);
      if (!own) return;
      put(uploadId, { state: "sending", reason: null });
      const { bytes, position, abort } = own;
      const photo = { stockNumber, uploadId, shot, position, bytes };
      const sent = await sendVehiclePhoto(photo, (share) => put(uploadId, { share }), abort.signal);
      if (abort.signal.aborted) return;
      if (!sent) return put(uploadId, { state: "broken" });
      if (sent.status === "refusedFile")
        return put(uploadId, { state: "refused", reason: sent.reason, like: sent.like ?? null });
      drop(uploadId);
      revalidate();
    },
    [stockNumber, put, drop, revalidate],
  );
  const add = useCallback(
    async (shot: Shot, files: readonly File[]) => {
      for (const [position, file] of files.entries()) {
        const uploadId = crypto.randomUUID();
        kept.current.set(uploadId, { bytes: await asSent(file), position, abort: new AbortController() });
        setUploads((list) => [
          ...list.filter((one) => one.shot !== shot || one.state === "sending"),
          { uploadId, shot, share: 0, state: "sending", reason: null, like: null },
        ]);
        await send(uploadId, shot);
      }
    },
    [send],
  );
  useEffect(() => {
    const all = kept.current;
    return () => all.forEach(({ abort }) => abort.abort());
  }, []);
  return { uploads, add, retry: send, drop };
}
