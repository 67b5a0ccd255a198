import { useState } from "react";
import { useCurrentCar } from "#app/deal-card/current-car";
import { LivePlace } from "#app/deal-card/live-place";
import { useReaderVoice } from "#app/deal-card/reader-voice";
import { DamageDrawing } from "#app/deal-card/trade/damage-drawing";
import { DamageForm, type DamageStatement } from "#app/deal-card/trade/damage-form";
import { damageMessages } from "#app/deal-card/trade/damage-messages";
import { PhotoThumb } from "#app/deal-card/trade/photo-thumb";
import { PhotoUploadState } from "#app/deal-card/trade/photo-upload-state";
import { PhotoInput } from "#app/deal-card/trade/trade-photos";
import { usePhotoUploads } from "#app/deal-card/trade/use-photo-uploads";
import { useSend } from "#app/deal-card/use-send";
import { Button } from "#app/ui/button";
import { useMessages } from "#app/ui/messages";
import type { DamageMark, DamagePlace } from "#machines/stages/trade-damage";

interface Marking {
  place: DamagePlace;
  /** The mark that is being corrected. */
  mark: DamageMark | null;
}

/** What is wrong with the car, on a drawing and in words: each mark its place, kind, size and, if they like, a close-up. */
export function TradeDamage() {
  const { trade, about } = useCurrentCar();
  const t = useMessages(damageMessages);
  const voice = useReaderVoice();
  const { busy, act } = useSend();
  const [marking, setMarking] = useState<Marking | null>(null);
  const { damage } = trade;
  const save = async ({ place, kind, size }: DamageStatement) => {
    const markId = marking?.mark?.markId ?? crypto.randomUUID();
    const photoId = marking?.mark?.photoId ?? null;
    if (await act({ type: "trade.damageMarked", markId, place, kind, size, photoId, ...about })) setMarking(null);
  };
  return (
    <LivePlace field="tradeDamage" byLine tint={false}>
      <p className="mb-3 text-13 text-ink-3">
        {t("why", { ...voice })} {trade.valuation ? t("resets") : null}
      </p>
      <div className="grid items-start gap-4 sm:grid-cols-[minmax(0,17rem)_minmax(0,1fr)]">
        <DamageDrawing
          marks={damage}
          chosen={marking?.place ?? null}
          onChoose={(place) => setMarking({ place, mark: null })}
        />
        <div className="flex flex-col gap-3" aria-live="polite">
          {marking ? (
            <DamageForm
              key={`${marking.mark?.markId}`}
              place={marking.place}
              was={marking.mark ?? undefined}
              busy={busy}
              onPlace={(place) => setMarking({ ...marking, place })}
              onSave={(statement) => void save(statement)}
              onCancel={() => setMarking(null)}
            />
          ) : null}
          <MarkList marks={damage} onChange={(mark) => setMarking({ place: mark.place, mark })} />
        </div>
      </div>
    </LivePlace>
  );
}

function MarkList({ marks, onChange }: { marks: readonly DamageMark[]; onChange: (mark: DamageMark) => void }) {
  const t = useMessages(damageMessages);
  if (marks.length === 0) return <p className="text-ink-3">{t("none")}</p>;
  return (
    <ol aria-label={t("list")} className="divide-y divide-line border-y border-line">
      {marks.map((mark, at) => (
        <li key={mark.markId}>
          <MarkRow mark={mark} number={at + 1} onChange={() => onChange(mark)} />
        </li>
      ))}
    </ol>
  );
}

/** "Dent, size of a hand: left front door". */
export function useMarkWords() {
  const t = useMessages(damageMessages);
  return ({ kind, size, place }: DamageStatement) =>
    t("mark", { kind: t(`kind.${kind}`), size: t(`sizeWords.${size}`), place: t(`places.${place}`) });
}

function MarkRow({ mark, number, onChange }: { mark: DamageMark; number: number; onChange: () => void }) {
  const { about, car } = useCurrentCar();
  const t = useMessages(damageMessages);
  const words = useMarkWords();
  const { busy, act } = useSend();
  const { uploads, add, retry, drop } = usePhotoUploads(car);
  const closeUp = async (file: File) => {
    const sent = await add("mark", file);
    if (sent?.status !== "kept") return;
    const { markId, place, kind, size } = mark;
    await act({ type: "trade.damageMarked", markId, place, kind, size, photoId: sent.photoId, ...about });
  };
  return (
    <div className="py-2">
      <div className="flex items-center gap-3">
        <span className="figures w-5 shrink-0 text-13 font-semibold text-warn">{number}</span>
        <span className="min-w-0 flex-1">{words(mark)}</span>
        {mark.photoId ? <PhotoThumb photoId={mark.photoId} role="mark" className="w-14 shrink-0" /> : null}
      </div>
      <div className="ml-7 flex flex-wrap items-center gap-x-1">
        <Button kind="word" size="small" aria-label={t("changeOf", { number: String(number) })} onClick={onChange}>
          {t("change")}
        </Button>
        <Button
          kind="word"
          size="small"
          busy={busy}
          aria-label={t("removeOf", { number: String(number) })}
          onClick={() => void act({ type: "trade.damageUnmarked", markId: mark.markId, ...about })}
        >
          {t("remove")}
        </Button>
        {mark.photoId ? null : (
          <PhotoInput
            label={t("closeUpOf", { number: String(number) })}
            camera
            isWord
            onFile={(file) => void closeUp(file)}
          >
            <span className="px-2.75 py-1.5">{t("closeUp")}</span>
          </PhotoInput>
        )}
      </div>
      {uploads.map((upload) => (
        <PhotoUploadState
          key={upload.uploadId}
          upload={upload}
          onRetry={() => void retry(upload.uploadId)}
          onDrop={() => drop(upload.uploadId)}
        />
      ))}
    </div>
  );
}
