import { useRefusalSentence } from "#app/deal-card/refusal-sentence";
import { photoMessages } from "#app/deal-card/trade/photo-messages";
import type { PhotoUpload } from "#app/deal-card/trade/use-photo-uploads";
import { Button } from "#app/ui/button";
import { useMessages } from "#app/ui/messages";
import { ProgressBar } from "#app/ui/progress-bar";
import { useFormat } from "#app/ui/use-format";

interface PhotoUploadStateProps {
  upload: PhotoUpload;
  onRetry: () => void;
  onDrop: () => void;
}

/** A photo on its way: how far it is, or what is wrong and the way on. */
export function PhotoUploadState({ upload, onRetry, onDrop }: PhotoUploadStateProps) {
  const t = useMessages(photoMessages);
  const format = useFormat();
  const sentenceOf = useRefusalSentence();
  const { state, share, reason, refusal, role } = upload;
  const percent = format.percent(Math.round(share * 100) * 10_000, 0);
  const said =
    state === "sending"
      ? t("sending", { percent })
      : state === "broken"
        ? t("failed")
        : refusal
          ? sentenceOf(refusal)
          : t(`refused.${reason ?? "damaged"}`);
  return (
    <div className="rounded-block bg-ground px-3 py-2 text-13 max-sm:bg-sunken">
      <p className="flex items-baseline justify-between gap-3">
        <span className="font-medium">{t(`role.${role}`)}</span>
        <span aria-live="polite" className={state === "refused" ? "text-neg" : "figures text-ink-3"}>
          {said}
        </span>
      </p>
      <ProgressBar parts={[share]} label={`${t(`role.${role}`)}: ${said}`} className="mt-1.5" />
      {state === "sending" ? null : (
        <span className="mt-1 flex gap-1">
          {state === "broken" ? (
            <Button size="small" kind="outline" onClick={onRetry}>
              {t("again")}
            </Button>
          ) : null}
          <Button size="small" kind="quiet" onClick={onDrop}>
            {t("drop")}
          </Button>
        </span>
      )}
    </div>
  );
}
