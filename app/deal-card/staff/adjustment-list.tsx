import { Camera, Check, Plus, X } from "lucide-react";
import { useCurrentCar } from "#app/deal-card/current-car";
import { useFindingWords } from "#app/deal-card/trade/finding-words";
import { PhotoThumb } from "#app/deal-card/trade/photo-thumb";
import { PhotoUploadState } from "#app/deal-card/trade/photo-upload-state";
import { PhotoInput } from "#app/deal-card/trade/trade-photos";
import { usePhotoUploads } from "#app/deal-card/trade/use-photo-uploads";
import { verificationMessages } from "#app/deal-card/trade/verification-messages";
import { Button } from "#app/ui/button";
import { MoneyField } from "#app/ui/live-field";
import { useMessages } from "#app/ui/messages";
import { SelectField, TextField } from "#app/ui/text-field";
import { conditionQuestions } from "#machines/stages/trade";
import { type FindingSubject, MAX_ADJUSTMENTS, otherFindings } from "#machines/stages/trade-verification";

/** A line as it is being written: its photo may still be on its way. */
export interface AdjustmentDraft {
  key: number;
  about: FindingSubject;
  reason: string;
  amount: number;
  photoId: string | null;
}

export const isWhole = ({ reason, amount, photoId }: AdjustmentDraft) =>
  reason.trim() !== "" && amount !== 0 && photoId !== null;

const subjects = [...(Object.keys(conditionQuestions) as FindingSubject[]), ...otherFindings];

interface AdjustmentListProps {
  drafts: readonly AdjustmentDraft[];
  /** What differs: a new line is about the first of these that has none yet. */
  differences: readonly FindingSubject[];
  onChange: (drafts: AdjustmentDraft[]) => void;
}

/** What the differences cost, a line each: about what, why, how much, and the photo that proves it. */
export function AdjustmentList({ drafts, differences, onChange }: AdjustmentListProps) {
  const t = useMessages(verificationMessages);
  const change = (key: number, to: Partial<AdjustmentDraft>) =>
    onChange(drafts.map((draft) => (draft.key === key ? { ...draft, ...to } : draft)));
  const add = () => {
    const about = differences.find((one) => drafts.every((draft) => draft.about !== one)) ?? "other";
    const key = Math.max(-1, ...drafts.map((draft) => draft.key)) + 1;
    onChange([...drafts, { key, about, reason: "", amount: 0, photoId: null }]);
  };
  return (
    <section>
      <h3 className="text-16">{t("adjustments")}</h3>
      <p className="mb-2 text-13 text-ink-3">{t("adjustmentsNote")}</p>
      <div className="flex flex-col gap-3">
        {drafts.map((draft) => (
          <AdjustmentRow
            key={draft.key}
            draft={draft}
            onChange={(to) => change(draft.key, to)}
            onRemove={() => onChange(drafts.filter(({ key }) => key !== draft.key))}
          />
        ))}
      </div>
      {drafts.length < MAX_ADJUSTMENTS ? (
        <Button kind="quiet" className="mt-2 -ml-3" onClick={add}>
          <Plus aria-hidden strokeWidth={1.75} />
          {t("add")}
        </Button>
      ) : null}
    </section>
  );
}

interface AdjustmentRowProps {
  draft: AdjustmentDraft;
  onChange: (to: Partial<AdjustmentDraft>) => void;
  onRemove: () => void;
}

function AdjustmentRow({ draft, onChange, onRemove }: AdjustmentRowProps) {
  const { car } = useCurrentCar();
  const t = useMessages(verificationMessages);
  const words = useFindingWords();
  const { uploads, add, retry, drop } = usePhotoUploads(car);
  const take = async (sending: ReturnType<typeof add>) => {
    const sent = await sending;
    if (sent?.status === "kept") onChange({ photoId: sent.photoId });
  };
  return (
    <div className="rounded-block bg-ground p-3">
      <div className="grid grid-cols-[minmax(0,1fr)_8rem_2.25rem] items-end gap-2">
        <SelectField
          label={t("about")}
          value={draft.about}
          onChange={(event) => onChange({ about: event.currentTarget.value as FindingSubject })}
          options={subjects.map((value) => ({ value, label: words.subject(value) }))}
        />
        <MoneyField
          label={t("amount")}
          least={-Number.MAX_SAFE_INTEGER}
          value={draft.amount}
          onType={(amount) => onChange({ amount })}
          onCommit={(amount) => onChange({ amount })}
        />
        <Button kind="quiet" icon aria-label={t("removeLine")} onClick={onRemove}>
          <X aria-hidden strokeWidth={1.75} />
        </Button>
      </div>
      <TextField
        label={t("reason")}
        className="mt-2"
        maxLength={80}
        autoComplete="off"
        value={draft.reason}
        onChange={(event) => onChange({ reason: event.currentTarget.value })}
      />
      <div className="mt-2 flex items-center gap-3">
        {draft.photoId ? <PhotoThumb photoId={draft.photoId} role="finding" className="w-16" /> : null}
        {draft.photoId ? (
          <span className="inline-flex items-center gap-1 text-13 text-pos">
            <Check aria-hidden className="size-4" strokeWidth={2} />
            {t("photoTaken")}
          </span>
        ) : (
          <PhotoInput label={t("photo")} camera isWord onFile={(file) => void take(add("finding", file))}>
            <span className="inline-flex items-center gap-1.5 py-1.5">
              <Camera aria-hidden className="size-4" strokeWidth={1.75} />
              {t("photo")}
            </span>
          </PhotoInput>
        )}
      </div>
      {uploads.map((upload) => (
        <PhotoUploadState
          key={upload.uploadId}
          upload={upload}
          onRetry={() => void take(retry(upload.uploadId))}
          onDrop={() => drop(upload.uploadId)}
        />
      ))}
    </div>
  );
}
