import { useRef, useState, type PointerEvent, type ReactNode } from "react";
import type { Box } from "./editing/picture";

/** What a finger does on a photo. */
export type CanvasTool =
  { kind: "brush"; mark: "car" | "background"; radius: number } | { kind: "box" } | { kind: "point" };

type Point = [x: number, y: number];

export type CanvasMark = { kind: "brush"; points: Point[] } | { kind: "box"; box: Box } | { kind: "point"; at: Point };

interface PhotoCanvasProps {
  src: string;
  width: number;
  height: number;
  label: string;
  tool: CanvasTool;
  busy: boolean;
  onMark: (mark: CanvasMark) => void;
  /** Marks that are there already, in shares of the photo. */
  children?: ReactNode;
}

const MOST_POINTS = 380;
const share = (value: number) => Math.min(1, Math.max(0, Math.round(value * 10_000) / 10_000));

function boxOf([x0, y0]: Point, [x1, y1]: Point): Box {
  return { x: Math.min(x0, x1), y: Math.min(y0, y1), width: Math.abs(x1 - x0), height: Math.abs(y1 - y0) };
}

/** A photo to draw on: strokes, a box or a point, in shares of its width and height. */
export function PhotoCanvas({ src, width, height, label, tool, busy, onMark, children }: PhotoCanvasProps) {
  const area = useRef<HTMLDivElement>(null);
  const [points, setPoints] = useState<Point[]>([]);
  const at = (event: PointerEvent): Point => {
    const { left, top, width: wide, height: high } = area.current!.getBoundingClientRect();
    return [share((event.clientX - left) / wide), share((event.clientY - top) / high)];
  };
  const down = (event: PointerEvent) => {
    if (busy) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    setPoints([at(event)]);
  };
  const move = (event: PointerEvent) => {
    if (points.length === 0) return;
    const next = at(event);
    if (tool.kind === "brush") setPoints(points.length < MOST_POINTS ? [...points, next] : points);
    else setPoints([points[0]!, next]);
  };
  const up = () => {
    const [first] = points;
    setPoints([]);
    if (!first) return;
    if (tool.kind === "brush") return onMark({ kind: "brush", points });
    if (tool.kind === "point") return onMark({ kind: "point", at: first });
    const box = boxOf(first, points.at(-1)!);
    if (box.width > 0.01 && box.height > 0.005) onMark({ kind: "box", box });
  };
  return (
    <div
      ref={area}
      role="application"
      aria-label={label}
      aria-busy={busy}
      onPointerDown={down}
      onPointerMove={move}
      onPointerUp={up}
      onPointerCancel={() => setPoints([])}
      className="relative cursor-crosshair touch-none overflow-clip rounded-block bg-sunken select-none"
      style={{ aspectRatio: `${width} / ${height}` }}
    >
      <img src={src} alt="" draggable={false} className="pointer-events-none size-full object-fill" />
      {children}
      <Drawn points={points} tool={tool} aspect={width / height} />
    </div>
  );
}

/** What is being drawn right now. */
function Drawn({ points, tool, aspect }: { points: Point[]; tool: CanvasTool; aspect: number }) {
  const [first] = points;
  if (!first) return null;
  if (tool.kind === "box") return <BoxMark box={boxOf(first, points.at(-1)!)} />;
  if (tool.kind === "point") return null;
  const line = points.map(([x, y]) => `${x * 1_000},${(y * 1_000) / aspect}`).join(" ");
  return (
    <svg aria-hidden viewBox={`0 0 1000 ${1_000 / aspect}`} className="pointer-events-none absolute inset-0 size-full">
      <polyline
        points={points.length > 1 ? line : `${line} ${line}`}
        fill="none"
        stroke={tool.mark === "car" ? "var(--color-pos-mark)" : "var(--color-neg-mark)"}
        strokeOpacity={0.55}
        strokeWidth={tool.radius * 2_000}
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}

export const BoxMark = ({ box }: { box: Box }) => (
  <span
    aria-hidden
    className="pointer-events-none absolute rounded-chip border-2 border-surface bg-ink/50"
    style={{
      left: `${box.x * 100}%`,
      top: `${box.y * 100}%`,
      width: `${box.width * 100}%`,
      height: `${box.height * 100}%`,
    }}
  />
);
