import { type PointerEvent, useRef, useState } from "react";
import { Button } from "#app/ui/button";
import { TextField } from "#app/ui/text-field";
import { signaturePath, signatureUnits } from "./signature-picture";

/** A long signature is some hundred points; more is somebody playing. */
const MAX_POINTS = 1_500;

type Stroke = [number, number][];

/** `x,y x,y;x,y …`: whole units, strokes apart. */
const written = (strokes: readonly Stroke[]) =>
  strokes.map((stroke) => stroke.map(([x, y]) => `${x},${y}`).join(" ")).join(";");

interface SignaturePadProps {
  name: string;
  labels: { name: string; hint: string; clear: string; canvas: string };
}

/** A name, typed, and over it the place to draw it: finger, pen or mouse. Who cannot draw signs by typing. */
export function SignaturePad({ name, labels }: SignaturePadProps) {
  const [strokes, setStrokes] = useState<Stroke[]>([]);
  const drawing = useRef(false);
  const points = strokes.reduce((count, stroke) => count + stroke.length, 0);

  const placeOf = (event: PointerEvent<SVGSVGElement>): [number, number] => {
    const box = event.currentTarget.getBoundingClientRect();
    const at = (part: number, whole: number, units: number) =>
      Math.max(0, Math.min(units, Math.round((part / whole) * units)));
    return [
      at(event.clientX - box.left, box.width, signatureUnits.width),
      at(event.clientY - box.top, box.height, signatureUnits.height),
    ];
  };
  const begin = (event: PointerEvent<SVGSVGElement>) => {
    drawing.current = true;
    event.currentTarget.setPointerCapture(event.pointerId);
    const place = placeOf(event);
    setStrokes((drawn) => [...drawn, [place]]);
  };
  const go = (event: PointerEvent<SVGSVGElement>) => {
    if (!drawing.current || points >= MAX_POINTS) return;
    const place = placeOf(event);
    setStrokes((drawn) => [...drawn.slice(0, -1), [...(drawn.at(-1) ?? []), place]]);
  };
  const end = () => {
    drawing.current = false;
  };

  return (
    <div className="flex flex-col gap-3">
      <div className="relative">
        <svg
          role="img"
          aria-label={labels.canvas}
          viewBox={`0 0 ${signatureUnits.width} ${signatureUnits.height}`}
          className="aspect-[600/180] w-full touch-none rounded-block border border-dashed border-control bg-surface"
          onPointerDown={begin}
          onPointerMove={go}
          onPointerUp={end}
          onPointerCancel={end}
        >
          <line x1="40" x2="560" y1="140" y2="140" className="stroke-line-2" strokeWidth="1.5" />
          <path
            d={signaturePath(written(strokes))}
            fill="none"
            className="stroke-ink"
            strokeWidth="3.5"
            strokeLinecap="round"
            strokeLinejoin="round"
          />
        </svg>
        {points > 0 ? (
          <Button size="small" kind="quiet" className="absolute top-2 right-2" onClick={() => setStrokes([])}>
            {labels.clear}
          </Button>
        ) : (
          <p className="pointer-events-none absolute inset-x-0 top-1/3 text-center text-13 text-ink-3">{labels.hint}</p>
        )}
      </div>
      <input type="hidden" name="strokes" value={written(strokes)} />
      <TextField name="name" label={labels.name} defaultValue={name} required maxLength={80} autoComplete="off" />
    </div>
  );
}
