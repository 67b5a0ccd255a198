import { type PointerEvent, useRef, useState } from "react";
import { Button } from "#app/ui/button";
import { useMessages } from "#app/ui/messages";
import { signingMessages } from "./signing-messages";

/** The box that strokes are drawn in, whatever the size of the screen. */
const BOX = { width: 600, height: 200 } as const;
/** Points closer together than this add nothing to a line. */
const LEAST_STEP = 3;

const pathOf = (points: readonly number[]): string => {
  const pairs = Array.from(
    { length: Math.floor(points.length / 2) },
    (_, at) => `${points[at * 2]} ${points[at * 2 + 1]}`,
  );
  return `M ${pairs.join(" L ")}${pairs.length === 1 ? ` L ${(points[0] ?? 0) + 1} ${points[1]}` : ""}`;
};

/** Strokes as a picture. */
export function SignatureStrokes({
  strokes,
  className,
}: {
  strokes: readonly (readonly number[])[];
  className?: string;
}) {
  return (
    <svg aria-hidden viewBox={`0 0 ${BOX.width} ${BOX.height}`} className={className}>
      {strokes.map((points, index) => (
        <path
          key={index}
          d={pathOf(points)}
          fill="none"
          stroke="#0d2161"
          strokeWidth={5}
          strokeLinecap="round"
          strokeLinejoin="round"
        />
      ))}
    </svg>
  );
}

/** A place to draw with a finger, a pen or a mouse; whoever cannot, types instead. */
export function SignaturePad({ name }: { name: string }) {
  const t = useMessages(signingMessages);
  const [strokes, setStrokes] = useState<number[][]>([]);
  const drawing = useRef(false);
  const pointOf = (event: PointerEvent<HTMLDivElement>): [number, number] => {
    const box = event.currentTarget.getBoundingClientRect();
    const within = (value: number, most: number) => Math.max(0, Math.min(most, Math.round(value)));
    return [
      within(((event.clientX - box.left) / box.width) * BOX.width, BOX.width),
      within(((event.clientY - box.top) / box.height) * BOX.height, BOX.height),
    ];
  };
  const begin = (event: PointerEvent<HTMLDivElement>) => {
    event.currentTarget.setPointerCapture(event.pointerId);
    drawing.current = true;
    const point = pointOf(event);
    setStrokes((known) => [...known, [...point]]);
  };
  const go = (event: PointerEvent<HTMLDivElement>) => {
    if (!drawing.current) return;
    const [x, y] = pointOf(event);
    setStrokes((known) => {
      const last = known.at(-1) ?? [];
      const [lastX = 0, lastY = 0] = last.slice(-2);
      if (Math.hypot(x - lastX, y - lastY) < LEAST_STEP) return known;
      return [...known.slice(0, -1), [...last, x, y]];
    });
  };
  return (
    <div className="flex flex-col gap-2">
      <div
        role="img"
        aria-label={t("adopt.pad")}
        className="relative aspect-[3/1] w-full cursor-crosshair touch-none rounded-cell border border-control bg-surface"
        onPointerDown={begin}
        onPointerMove={go}
        onPointerUp={() => {
          drawing.current = false;
        }}
      >
        <span aria-hidden className="absolute inset-x-6 bottom-[22%] border-b border-dashed border-line-2" />
        {strokes.length === 0 ? (
          <span aria-hidden className="pointer-events-none absolute inset-0 grid place-items-center text-ink-3">
            {t("adopt.pad")}
          </span>
        ) : null}
        <SignatureStrokes strokes={strokes} className="absolute inset-0 size-full" />
      </div>
      <input type="hidden" name={name} value={JSON.stringify(strokes)} />
      <div>
        <Button kind="quiet" onClick={() => setStrokes([])}>
          {t("adopt.clear")}
        </Button>
      </div>
    </div>
  );
}
