import { useState } from "react";
import { Button } from "#app/ui/button";
import { useMessages } from "#app/ui/messages";
import { SegmentedControl } from "#app/ui/segmented-control";
import { SelectField, TextField } from "#app/ui/text-field";
import { photoWords } from "./photo-messages";
import { BoxMark, type CanvasMark, PhotoCanvas } from "./photo-canvas";
import type { PhotoView } from "./photo-screen";
import { photoScreenMessages } from "./photo-screen-messages";
import { type DamageKind, damageKinds } from "./photo-shots";
import type { PhotoActs } from "./use-photo-acts";

export type MarkingMode = "brush" | "plate" | "spot";

interface MarkingProps {
  photo: PhotoView;
  acts: PhotoActs;
  mode: MarkingMode;
  onDone: () => void;
}

export function PhotoMarking({ mode, ...props }: MarkingProps) {
  const t = useMessages(photoScreenMessages);
  return (
    <div className="mt-3 flex flex-col gap-3">
      {mode === "brush" ? <Brushing {...props} /> : mode === "plate" ? <Plates {...props} /> : <Spots {...props} />}
      <div>
        <Button kind="primary" onClick={props.onDone}>
          {t("review.done")}
        </Button>
      </div>
    </div>
  );
}

type PartProps = Omit<MarkingProps, "mode">;

const RADII = { small: 0.012, large: 0.04 };

function Brushing({ photo, acts }: PartProps) {
  const t = useMessages(photoScreenMessages);
  const [mark, setMark] = useState<"car" | "background">("background");
  const [size, setSize] = useState<keyof typeof RADII>("small");
  const [took, setTook] = useState<number | null>(null);
  const radius = RADII[size];
  const draw = async (drawn: CanvasMark) => {
    if (drawn.kind !== "brush") return;
    const startedAt = performance.now();
    const answer = await acts.act({
      act: "stroke",
      photoId: photo.id,
      strokes: [{ mark, radius, points: drawn.points }],
    });
    if (answer.ok) setTook(Math.round(performance.now() - startedAt));
  };
  return (
    <>
      <p className="text-13 text-ink-3">{t("brush.hint")}</p>
      <div className="grid gap-2 sm:grid-cols-2">
        <SegmentedControl
          label={t("review.refine")}
          name="mark"
          size="medium"
          value={mark}
          onChange={setMark}
          segments={[
            { value: "background", label: t("brush.background") },
            { value: "car", label: t("brush.car") },
          ]}
        />
        <SegmentedControl
          label={t("brush.size")}
          name="size"
          size="medium"
          value={size}
          onChange={setSize}
          segments={[
            { value: "small", label: t("brush.small") },
            { value: "large", label: t("brush.large") },
          ]}
        />
      </div>
      <PhotoCanvas
        src={photo.mask?.preview ?? photo.unedited}
        width={photo.width}
        height={photo.height}
        label={t("review.refine")}
        tool={{ kind: "brush", mark, radius }}
        busy={acts.busy}
        onMark={(drawn) => void draw(drawn)}
      />
      <img
        src={photo.unedited}
        alt={t("review.original")}
        className="w-1/2 self-start rounded-cell"
        style={{ aspectRatio: `${photo.width} / ${photo.height}` }}
      />
      <p aria-live="polite" className="min-h-5 text-12 text-ink-3">
        {took === null ? "" : t("brush.shows", { ms: took })}
      </p>
    </>
  );
}

function Plates({ photo, acts }: PartProps) {
  const t = useMessages(photoScreenMessages);
  const put = (plates: PhotoView["plates"]) => void acts.act({ act: "plates", photoId: photo.id, plates });
  return (
    <>
      <p className="text-13 text-ink-3">{t("plate.hint")}</p>
      <PhotoCanvas
        src={photo.unedited}
        width={photo.width}
        height={photo.height}
        label={t("review.plates")}
        tool={{ kind: "box" }}
        busy={acts.busy}
        onMark={(mark) => mark.kind === "box" && put([...photo.plates, mark.box])}
      >
        {photo.plates.map((box) => (
          <BoxMark key={`${box.x}/${box.y}`} box={box} />
        ))}
      </PhotoCanvas>
      {photo.plates.length > 0 ? (
        <div>
          <Button size="small" busy={acts.busy} onClick={() => put([])}>
            {t("plate.clear")}
          </Button>
        </div>
      ) : null}
    </>
  );
}

function Spots({ photo, acts }: PartProps) {
  const t = useMessages(photoScreenMessages);
  const words = useMessages(photoWords);
  const [kind, setKind] = useState<DamageKind>("scratch");
  const [size, setSize] = useState("");
  const sizeMm = /^\d{1,4}$/.test(size) && Number(size) > 0 ? Math.min(3_000, Number(size)) : null;
  const point = (mark: CanvasMark) => {
    if (mark.kind !== "point") return;
    const [x, y] = mark.at;
    void acts.act({ act: "spot", photoId: photo.id, x, y, kind, sizeMm });
  };
  const nameOf = (spot: PhotoView["spots"][number]) => {
    const name = words(`damage.${spot.kind}`);
    return spot.sizeMm === null ? name : words("spot", { kind: name, size: spot.sizeMm });
  };
  return (
    <>
      <p className="text-13 text-ink-3">{t("spot.hint")}</p>
      <div className="grid grid-cols-2 gap-3">
        <SelectField
          label={t("spot.kind")}
          value={kind}
          onChange={(event) => setKind(event.currentTarget.value as DamageKind)}
          options={damageKinds.map((value) => ({ value, label: words(`damage.${value}`) }))}
        />
        <TextField
          label={t("spot.size")}
          inputMode="numeric"
          value={size}
          onChange={(event) => setSize(event.currentTarget.value)}
        />
      </div>
      <PhotoCanvas
        src={photo.unedited}
        width={photo.width}
        height={photo.height}
        label={t("review.markDamage")}
        tool={{ kind: "point" }}
        busy={acts.busy}
        onMark={point}
      >
        {photo.spots.map((spot, index) => (
          <span
            key={spot.id}
            aria-hidden
            className="pointer-events-none absolute grid size-6 -translate-1/2 place-items-center rounded-full bg-warn-ground text-12 font-semibold text-warn ring-2 ring-warn-mark"
            style={{ left: `${spot.x * 100}%`, top: `${spot.y * 100}%` }}
          >
            {index + 1}
          </span>
        ))}
      </PhotoCanvas>
      <ol className="flex flex-col">
        {photo.spots.map((spot, index) => (
          <li key={spot.id} className="flex min-h-10 items-center justify-between gap-3 border-b border-line">
            <span>
              {index + 1}. {nameOf(spot)}
            </span>
            <Button
              kind="word"
              size="small"
              onClick={() => void acts.act({ act: "removeSpot", photoId: photo.id, spotId: spot.id })}
            >
              {t("spot.remove")}
            </Button>
          </li>
        ))}
      </ol>
    </>
  );
}
