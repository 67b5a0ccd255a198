/** A QR code as one path in a square of `size` units; qr-code.server.ts makes it. */
export interface QrDrawing {
  size: number;
  path: string;
}

/** Scanners need the quiet zone of four modules around the code. */
const QUIET_MODULES = 4;

/** Always dark on white, in every theme: many scanners do not read a light code on a dark ground. */
export function QrCode({ drawing, label, className }: { drawing: QrDrawing; label: string; className?: string }) {
  const side = drawing.size + 2 * QUIET_MODULES;
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`${-QUIET_MODULES} ${-QUIET_MODULES} ${side} ${side}`}
      shapeRendering="crispEdges"
      className={className}
    >
      <rect x={-QUIET_MODULES} y={-QUIET_MODULES} width={side} height={side} fill="#ffffff" />
      <path d={drawing.path} fill="#000000" />
    </svg>
  );
}
