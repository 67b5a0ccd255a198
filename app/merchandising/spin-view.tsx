import { Rotate3d, X } from "lucide-react";
import { useEffect, useRef, useState, type KeyboardEvent, type PointerEvent } from "react";
import { Button } from "#app/ui/button";
import { useVehicleWords } from "./page-words";

interface SpinProps {
  frames: readonly string[];
  label: string;
}

/** A finger's way across the whole picture turns the car once. */
const TURNS_A_WIDTH = 1;

/** The button of the few cars that have frames, and what it opens: neither is fetched for the others. */
export function SpinView({ className, ...spin }: SpinProps & { className: string }) {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <button type="button" onClick={() => setIsOpen(true)} className={className}>
        <Rotate3d aria-hidden className="size-4" strokeWidth={1.75} />
        360°
      </button>
      {isOpen ? <SpinDialog {...spin} onClose={() => setIsOpen(false)} /> : null}
    </>
  );
}

/** The car turned under a finger, by arrow keys or by the slider; Esc closes. Nothing moves by itself. */
function SpinDialog({ frames, label, onClose }: SpinProps & { onClose: () => void }) {
  const words = useVehicleWords().gallery;
  const dialog = useRef<HTMLDialogElement>(null);
  const held = useRef<{ x: number; index: number } | null>(null);
  const [index, setIndex] = useState(0);
  useEffect(() => {
    const element = dialog.current;
    if (element && !element.open) element.showModal();
    // Asked for in the order they are met, so that the first turn is whole soon.
    for (const frame of frames) new Image().src = frame;
  }, [frames]);
  const turnTo = (wanted: number) => setIndex(((wanted % frames.length) + frames.length) % frames.length);
  const move = (event: PointerEvent) => {
    if (!held.current) return;
    const way = (event.clientX - held.current.x) / event.currentTarget.clientWidth;
    turnTo(held.current.index + Math.round(way * frames.length * TURNS_A_WIDTH));
  };
  const keys = (event: KeyboardEvent) => {
    event.stopPropagation();
    if (event.target instanceof HTMLInputElement) return;
    if (event.key === "ArrowLeft") turnTo(index - 1);
    if (event.key === "ArrowRight") turnTo(index + 1);
  };
  return (
    <dialog
      ref={dialog}
      onClose={onClose}
      onKeyDown={keys}
      aria-label={label}
      className="pointer-events-auto m-0 flex size-full max-h-none max-w-none flex-col bg-surface text-ink backdrop:bg-scrim"
    >
      <div className="flex h-14 shrink-0 items-center justify-end border-b border-line px-4">
        <Button kind="quiet" icon aria-label={words.close} onClick={() => dialog.current?.close()}>
          <X aria-hidden strokeWidth={1.75} />
        </Button>
      </div>
      <div
        className="flex min-h-0 flex-1 cursor-grab touch-pan-y items-center justify-center bg-sunken select-none"
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId);
          held.current = { x: event.clientX, index };
        }}
        onPointerMove={move}
        onPointerUp={() => (held.current = null)}
        onPointerCancel={() => (held.current = null)}
      >
        <img src={frames[index]} alt={label} draggable={false} className="max-h-full w-full object-contain" />
      </div>
      <input
        type="range"
        aria-label={label}
        min={0}
        max={frames.length - 1}
        value={index}
        onChange={(event) => turnTo(Number(event.currentTarget.value))}
        className="mx-4 my-3 h-11 shrink-0 accent-accent-600"
      />
    </dialog>
  );
}
