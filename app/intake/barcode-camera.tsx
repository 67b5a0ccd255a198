import { useEffect, useRef } from "react";

interface BarcodeCameraProps {
  onVin: (vin: string) => void;
  onTrouble: () => void;
  label: string;
}

/** The label in a door frame may begin with an I for "import" and is 17 characters besides. */
const vinOf = (text: string) => /[A-HJ-NPR-Z0-9]{17}$/.exec(text.trim().toUpperCase())?.[0] ?? null;

/** Looks for a VIN's barcode (Code 39, Code 128, Data Matrix, QR) until it finds one. The reader is fetched when it opens. */
export function BarcodeCamera({ onVin, onTrouble, label }: BarcodeCameraProps) {
  const video = useRef<HTMLVideoElement>(null);
  useEffect(() => {
    let stop = () => {};
    let isClosed = false;
    void (async () => {
      try {
        const { BrowserMultiFormatReader } = await import("@zxing/browser");
        if (isClosed || !video.current) return;
        const controls = await new BrowserMultiFormatReader().decodeFromVideoDevice(
          undefined,
          video.current,
          (result) => {
            const vin = result ? vinOf(result.getText()) : null;
            if (vin) onVin(vin);
          },
        );
        stop = () => controls.stop();
        if (isClosed) stop();
      } catch {
        onTrouble();
      }
    })();
    return () => {
      isClosed = true;
      stop();
    };
  }, [onVin, onTrouble]);
  // The place is kept before there is a picture, so that nothing jumps.
  return (
    <video
      ref={video}
      aria-label={label}
      muted
      playsInline
      className="aspect-video w-full rounded-block bg-sunken object-cover"
    />
  );
}
