import { type KeyboardEvent, useRef, useState } from "react";
import { neighbourOf, outlineBox, type OutlinePart, outlineParts } from "#app/deal-card/trade/car-outline";
import { damageMessages } from "#app/deal-card/trade/damage-messages";
import { cx } from "#app/ui/class-names";
import { useMessages } from "#app/ui/messages";
import type { DamagePlace } from "#machines/stages/trade-damage";

/** What the drawing needs to know of a mark: where it lies; its number is its place in the list. */
interface DrawnMark {
  place: DamagePlace;
}

interface DamageDrawingProps {
  marks: readonly DrawnMark[];
  chosen: DamagePlace | null;
  /** Found by somebody else, drawn apart: what an appraiser adds. */
  found?: readonly DrawnMark[];
  onChoose: (place: DamagePlace) => void;
}

const directions: Record<string, { x: number; y: number }> = {
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
};

/** The car from above. Each part is a button; one of them is in the tab order, the arrows go to the others. */
export function DamageDrawing({ marks, chosen, found = [], onChoose }: DamageDrawingProps) {
  const t = useMessages(damageMessages);
  const [current, setCurrent] = useState<DamagePlace>(chosen ?? "hood");
  const parts = useRef(new Map<DamagePlace, SVGGElement>());
  const move = (event: KeyboardEvent, place: DamagePlace) => {
    const direction = directions[event.key];
    if (direction) {
      event.preventDefault();
      const next = neighbourOf(place, direction);
      setCurrent(next);
      parts.current.get(next)?.focus();
    } else if (event.key === "Enter" || event.key === " ") {
      event.preventDefault();
      onChoose(place);
    }
  };
  const countAt = (list: readonly DrawnMark[], place: DamagePlace) =>
    list.filter((mark) => mark.place === place).length;
  return (
    <svg
      role="group"
      aria-label={t("drawing")}
      viewBox={`0 -14 ${outlineBox.width} ${outlineBox.height}`}
      className="mx-auto block h-auto w-full max-w-72 touch-manipulation select-none"
    >
      <text x={150} y={4} textAnchor="middle" className="fill-ink-3 text-12">
        {t("front")}
      </text>
      {outlineParts.map((part) => {
        const count = countAt(marks, part.place);
        const name = t(`places.${part.place}`);
        return (
          <g
            key={part.place}
            ref={(element) => {
              if (element) parts.current.set(part.place, element);
            }}
            role="button"
            tabIndex={part.place === current ? 0 : -1}
            aria-label={count > 0 ? `${name}, ${t("count", { count })}` : name}
            aria-pressed={part.place === chosen}
            className="group/part cursor-pointer outline-none"
            onFocus={() => setCurrent(part.place)}
            onKeyDown={(event) => move(event, part.place)}
            onClick={() => onChoose(part.place)}
          >
            <path
              d={part.path}
              strokeWidth={part.place === chosen ? 2.5 : 1.25}
              className={cx(
                "transition-[fill,stroke] duration-140 group-focus-visible/part:stroke-[3px]",
                part.place === chosen
                  ? "fill-accent-100 stroke-accent-600"
                  : count > 0
                    ? "fill-warn-ground stroke-warn"
                    : "fill-surface stroke-control group-hover/part:fill-accent-50",
                "group-focus-visible/part:stroke-accent-600",
              )}
            />
          </g>
        );
      })}
      {outlineParts.map((part) => (
        <PartMarks key={part.place} part={part} marks={marks} found={found} />
      ))}
    </svg>
  );
}

/** The numbers of the list, on the part they lie on, side by side. */
function PartMarks({
  part,
  marks,
  found,
}: {
  part: OutlinePart;
  marks: readonly DrawnMark[];
  found: readonly DrawnMark[];
}) {
  const told = marks.flatMap((mark, at) =>
    mark.place === part.place ? [{ text: String(at + 1), isFound: false }] : [],
  );
  const seen = found.flatMap((mark) => (mark.place === part.place ? [{ text: "+", isFound: true }] : []));
  const dots = [...told, ...seen];
  return (
    <g aria-hidden className="pointer-events-none">
      {dots.map(({ text, isFound }, at) => {
        const x = part.x + (at - (dots.length - 1) / 2) * 17;
        return (
          <g key={at}>
            <circle cx={x} cy={part.y} r={9} className={isFound ? "fill-neg-mark" : "fill-warn-mark"} />
            <text x={x} y={part.y + 4} textAnchor="middle" className="fill-surface text-[11px] font-semibold">
              {text}
            </text>
          </g>
        );
      })}
    </g>
  );
}
