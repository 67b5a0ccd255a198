import { X } from "lucide-react";
import { type FormEvent, useState } from "react";
import { useCurrentCar } from "#app/deal-card/current-car";
import { amountOf } from "#app/deal-card/staff-amount";
import { type AdjustmentDraft, AdjustmentList, isWhole } from "#app/deal-card/staff/adjustment-list";
import { ChecklistRows } from "#app/deal-card/staff/checklist-rows";
import { useActionReader } from "#app/deal-card/summary/next-step-action";
import { DamageDrawing } from "#app/deal-card/trade/damage-drawing";
import { DamageForm, type DamageStatement } from "#app/deal-card/trade/damage-form";
import { PhotoThumb } from "#app/deal-card/trade/photo-thumb";
import { useMarkWords } from "#app/deal-card/trade/trade-damage";
import { verificationMessages } from "#app/deal-card/trade/verification-messages";
import { useDeal } from "#app/deal-card/use-deal";
import { useSend } from "#app/deal-card/use-send";
import { Button } from "#app/ui/button";
import { useMessages } from "#app/ui/messages";
import { useFormat } from "#app/ui/use-format";
import { staffFigures } from "#machines/deal/deal-view";
import { cents } from "#machines/money/cents";
import type { ConditionAnswers, ConditionQuestion } from "#machines/stages/trade";
import type { DamagePlace } from "#machines/stages/trade-damage";
import { verificationDifferences } from "#machines/stages/trade-verification";

/** The customer's answers beside what is found, each difference marked; what a difference costs has a reason and a photo. */
export function VerificationForm({ onDone }: { onDone: () => void }) {
  const { trade, about } = useCurrentCar();
  const t = useMessages(verificationMessages);
  const { busy, act } = useSend();
  const { description, condition, offer } = trade;
  const [odometer, setOdometer] = useState(description?.mileage ?? 0);
  const [vinMatches, setVinMatches] = useState(true);
  // What was told is the start: an appraiser changes what is otherwise.
  const [findings, setFindings] = useState<ConditionAnswers>(condition);
  const [found, setFound] = useState<DamageStatement[]>([]);
  const [drafts, setDrafts] = useState<AdjustmentDraft[]>([]);
  if (!offer) return null;
  const differences = verificationDifferences(trade, { odometer, vinMatches, findings, damage: found });
  const ready = drafts.every(isWhole);
  const total = drafts.reduce((sum, { amount }) => sum + amount, 0);
  const save = async (event: FormEvent) => {
    event.preventDefault();
    if (!ready) return;
    const saved = await act({
      type: "trade.verificationProposed",
      odometer,
      vinMatches,
      findings: Object.entries(findings).map(([question, answer]) => ({
        question: question as ConditionQuestion,
        answer,
      })),
      damage: found,
      adjustments: drafts.map(({ about: subject, reason, amount, photoId }) => ({
        about: subject,
        reason: reason.trim(),
        amount: cents(amount),
        photoId: photoId ?? "",
      })),
      ...about,
    });
    if (saved) onDone();
  };
  return (
    <form onSubmit={(event) => void save(event)} className="flex flex-col gap-5 p-4">
      <TheirPhotos />
      <section>
        <h3 className="mb-1 text-16" aria-live="polite">
          {t("differences", { count: differences.length })}
        </h3>
        <ChecklistRows
          odometer={odometer}
          vinMatches={vinMatches}
          findings={findings}
          differences={differences}
          onOdometer={setOdometer}
          onVin={setVinMatches}
          onFinding={(question, answer) => setFindings((was) => ({ ...was, [question]: answer }))}
        />
      </section>
      <FoundDamage found={found} onChange={setFound} />
      <AdjustmentList drafts={drafts} differences={differences} onChange={setDrafts} />
      <Verdict was={offer.allowance} total={total} differs={differences.length > 0} ready={ready} busy={busy} />
    </form>
  );
}

function TheirPhotos() {
  const { photos } = useCurrentCar().trade;
  const t = useMessages(verificationMessages);
  const theirs = photos.filter(({ by }) => by.kind === "customer");
  return (
    <section>
      <h3 className="mb-2 text-16">{t("theirPhotos")}</h3>
      {theirs.length === 0 ? (
        <p className="text-13 text-ink-3">{t("noPhotos")}</p>
      ) : (
        <ul className="grid grid-cols-3 gap-2 sm:grid-cols-4">
          {theirs.map(({ photoId, role }) => (
            <li key={photoId}>
              <PhotoThumb photoId={photoId} role={role} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

interface FoundDamageProps {
  found: DamageStatement[];
  onChange: (found: DamageStatement[]) => void;
}

/** The customer's marks on the drawing, and what nobody marked beside them. */
function FoundDamage({ found, onChange }: FoundDamageProps) {
  const { damage } = useCurrentCar().trade;
  const t = useMessages(verificationMessages);
  const words = useMarkWords();
  const [place, setPlace] = useState<DamagePlace | null>(null);
  return (
    <section className="grid gap-4 sm:grid-cols-2">
      <div>
        <p className="mb-2 text-13 text-ink-3">{t("newMarks")}</p>
        <DamageDrawing marks={damage} found={found} chosen={place} onChoose={setPlace} />
      </div>
      <div className="flex flex-col gap-3">
        <div>
          <h3 className="text-16">{t("theirMarks")}</h3>
          {damage.length === 0 ? <p className="text-13 text-ink-3">{t("noMarks")}</p> : null}
          <ol className="list-decimal pl-5 text-13">
            {damage.map((mark) => (
              <li key={mark.markId}>{words(mark)}</li>
            ))}
          </ol>
        </div>
        {place ? (
          <DamageForm
            place={place}
            onPlace={setPlace}
            onCancel={() => setPlace(null)}
            onSave={(statement) => {
              onChange([...found, statement]);
              setPlace(null);
            }}
          />
        ) : null}
        <ul className="text-13">
          {found.map((statement, at) => (
            <li key={at} className="flex items-center justify-between gap-2 text-neg">
              {words(statement)}
              <Button
                kind="quiet"
                size="small"
                icon
                aria-label={t("removeLine")}
                onClick={() => onChange(found.filter((_, index) => index !== at))}
              >
                <X aria-hidden strokeWidth={1.75} />
              </Button>
            </li>
          ))}
        </ul>
      </div>
    </section>
  );
}

interface VerdictProps {
  was: number;
  total: number;
  differs: boolean;
  ready: boolean;
  busy: boolean;
}

/** What the press of the button does, said on it. */
function Verdict({ was, total, differs, ready, busy }: VerdictProps) {
  const { view } = useDeal();
  const t = useMessages(verificationMessages);
  const format = useFormat();
  const { role } = useActionReader();
  const limit = amountOf(staffFigures(view).tradeAuthority?.adjustment);
  const money = (amount: number) => format.money(amount, { cents: "whenAny" });
  const label = total !== 0 ? t("saveAdjusted", { amount: money(was + total) }) : differs ? t("saveNoted") : t("save");
  return (
    <footer className="sticky bottom-0 -mx-4 -mb-4 flex flex-col gap-2 border-t border-line bg-surface p-4">
      {total === 0 ? null : (
        <p className="figures text-13">{t("total", { was: money(was), now: money(was + total) })}</p>
      )}
      {role === "appraiser" && limit !== null ? (
        <p className="text-12 text-ink-3">{t("limit", { limit: money(limit) })}</p>
      ) : null}
      <Button type="submit" kind="primary" size="large" wide busy={busy} locked={ready ? undefined : t("needsPhoto")}>
        {label}
      </Button>
    </footer>
  );
}
