import { Link } from "@remix-run/react";
import { ArrowLeft, Camera, ShieldCheck, Sparkles } from "lucide-react";
import { useState } from "react";
import { Button } from "#app/ui/button";
import { Chip } from "#app/ui/chip";
import { useMessages } from "#app/ui/messages";
import { Pill } from "#app/ui/pill";
import { Sheet } from "#app/ui/sheet";
import { photoWords } from "./photo-messages";
import { PhotoMarking, type MarkingMode } from "./photo-marking";
import type { PhotoView } from "./photo-screen";
import { photoScreenMessages } from "./photo-screen-messages";
import type { PhotoActs } from "./use-photo-acts";

interface ReviewProps {
  photo: PhotoView;
  acts: PhotoActs;
}

/** One photo: as it was taken beside as it is shown, what was done to it, and what can be done. */
export function PhotoReview({ photo, acts }: ReviewProps) {
  const t = useMessages(photoScreenMessages);
  const words = useMessages(photoWords);
  const [mode, setMode] = useState<MarkingMode | null>(null);
  return (
    <Sheet aria-labelledby="photo-review" padding={24}>
      <div className="flex items-center justify-between gap-3">
        <h2 id="photo-review" className="text-16">
          {words(`shot.${photo.shot}`)}
        </h2>
        <Link
          to="?"
          preventScrollReset
          className="touch-target flex items-center gap-1.5 text-13 text-ink-2 hover:text-ink"
        >
          <ArrowLeft aria-hidden className="size-4" strokeWidth={1.75} />
          {t("review.close")}
        </Link>
      </div>
      {mode ? (
        <PhotoMarking photo={photo} acts={acts} mode={mode} onDone={() => setMode(null)} />
      ) : (
        <>
          <Pair photo={photo} />
          <Touched photo={photo} />
          <Acts photo={photo} acts={acts} onMode={setMode} />
        </>
      )}
    </Sheet>
  );
}

function Pair({ photo }: { photo: PhotoView }) {
  const t = useMessages(photoScreenMessages);
  const frame = "relative block aspect-4/3 overflow-clip rounded-block bg-sunken";
  return (
    <div className="mt-3 grid gap-3 sm:grid-cols-2">
      <figure className={frame}>
        <img src={photo.unedited} alt={t("review.original")} className="size-full object-contain" />
        <figcaption className="absolute top-2.5 left-2.5">
          <Pill>
            <Camera aria-hidden className="size-4" strokeWidth={1.75} />
            {t("review.original")}
          </Pill>
        </figcaption>
      </figure>
      <figure className={`${frame} ring-2 ring-accent-600`}>
        {photo.edited ? <img src={photo.edited} alt={t("review.edited")} className="size-full object-contain" /> : null}
        <figcaption className="absolute top-2.5 left-2.5" aria-live="polite">
          <Pill>
            <Sparkles aria-hidden className="size-4" strokeWidth={1.75} />
            {photo.state === "ready"
              ? t("review.edited")
              : t(`state.${photo.state === "working" ? (photo.step ?? "reading") : photo.state}`)}
          </Pill>
        </figcaption>
      </figure>
    </div>
  );
}

function Touched({ photo }: { photo: PhotoView }) {
  const t = useMessages(photoScreenMessages);
  const words = useMessages(photoWords);
  const kept = photo.keptGround === "damage" ? "damage" : photo.keptGround === "mask" ? "mask" : null;
  return (
    <section className="mt-5">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <h3 className="text-14 font-semibold">{t("review.touched")}</h3>
        {photo.carPixels === null ? null : (
          <Chip kind="positive" icon={ShieldCheck}>
            {t("review.proof", { count: photo.carPixels })}
          </Chip>
        )}
      </div>
      <ul className="mt-2 grid gap-x-8 sm:grid-cols-2">
        {[...new Set(photo.steps)]
          .filter((step): step is "framed" => step in photoWords.en.steps)
          .map((step) => (
            <li key={step} className="border-b border-line py-2 text-ink-2">
              {words(`steps.${step}`)}
              {step === ("backgroundReplaced" as string) && photo.mask ? (
                <span className="text-12 text-ink-3">
                  {" "}
                  {t(photo.mask.by === "machine" ? "review.byMachine" : "review.byPerson")}
                </span>
              ) : null}
            </li>
          ))}
      </ul>
      {photo.spots.length > 0 ? (
        <p className="mt-3 text-13 text-ink-3">{t("review.damage", { count: photo.spots.length })}</p>
      ) : null}
      {kept ? <p className="mt-3 text-13 text-warn">{t(`review.keptFor.${kept}`)}</p> : null}
    </section>
  );
}

function Acts({ photo, acts, onMode }: ReviewProps & { onMode: (mode: MarkingMode) => void }) {
  const t = useMessages(photoScreenMessages);
  const { act, busy } = acts;
  const one = { photoId: photo.id };
  const isReplaced = photo.background !== "none";
  return (
    <>
      {photo.mayReplace ? (
        <Outline photo={photo} acts={acts} onMode={onMode} />
      ) : (
        <p className="mt-5 text-13 text-ink-3">{t("review.never")}</p>
      )}
      <div className="mt-5 flex flex-wrap gap-2 border-t border-line pt-4">
        {isReplaced ? (
          <Button busy={busy} onClick={() => void act({ act: "background", ...one, background: "none" })}>
            {t("review.useOriginal")}
          </Button>
        ) : null}
        <Button onClick={() => onMode("spot")}>{t("review.markDamage")}</Button>
        <Button onClick={() => onMode("plate")}>{t("review.plates")}</Button>
        {photo.state === "failed" ? (
          <Button busy={busy} onClick={() => void act({ act: "again", ...one })}>
            {t("review.again")}
          </Button>
        ) : null}
        {photo.isShown ? (
          <Button kind="quiet" busy={busy} onClick={() => void act({ act: "hide", ...one })}>
            {t("review.hide")}
          </Button>
        ) : null}
        <Button kind="quiet" busy={busy} onClick={() => void act({ act: "remove", ...one })}>
          {t("review.remove")}
        </Button>
      </div>
    </>
  );
}

/** What was found of the car's outline, how it would look, and who may say yes. */
function Outline({ photo, acts, onMode }: ReviewProps & { onMode: (mode: MarkingMode) => void }) {
  const t = useMessages(photoScreenMessages);
  const { mask } = photo;
  const { act, busy } = acts;
  const put = (background: "studio" | "soft") => void act({ act: "background", photoId: photo.id, background });
  const isGood = mask !== null && (mask.passed || mask.by === "person");
  if (!mask)
    return (
      <div className="mt-5">
        <Button busy={busy} onClick={() => void act({ act: "seek", photoId: photo.id })}>
          {t("review.seek")}
        </Button>
      </div>
    );
  return (
    <section className="mt-5 grid gap-4 rounded-block bg-ground p-4 sm:grid-cols-[13rem_1fr]">
      <img
        src={mask.preview}
        alt={t("review.proposal")}
        className="w-full rounded-cell bg-sunken"
        style={{ aspectRatio: `${photo.width} / ${photo.height}` }}
      />
      <div className="min-w-0">
        <p className="text-14 font-semibold">{t("review.proposal")}</p>
        <p className={mask.passed ? "text-13 text-ink-2" : "text-13 text-warn"}>
          {mask.passed
            ? t("review.passed")
            : t("review.failed", { faults: mask.faults.map((fault) => t(`review.fault.${fault}`)).join(", ") })}
        </p>
        <div className="mt-3 flex flex-wrap gap-2">
          {isGood && photo.background !== "studio" ? (
            <Button kind="outline" busy={busy} onClick={() => put("studio")}>
              {t("review.studio")}
            </Button>
          ) : null}
          {isGood && photo.background !== "soft" ? (
            <Button kind="outline" busy={busy} onClick={() => put("soft")}>
              {t("review.soft")}
            </Button>
          ) : null}
          <Button onClick={() => onMode("brush")}>{t("review.refine")}</Button>
        </div>
      </div>
    </section>
  );
}
