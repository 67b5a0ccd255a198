import { Clock } from "lucide-react";
import { useState } from "react";
import { PencilAnswers } from "#app/deal-card/finance/pencil-answers";
import { PencilFigures } from "#app/deal-card/finance/pencil-figures";
import { pencilMessages } from "#app/deal-card/finance/pencil-messages";
import { PencilState } from "#app/deal-card/finance/pencil-state";
import { TermsDifference } from "#app/deal-card/finance/terms-difference";
import { LivePlace } from "#app/deal-card/live-place";
import { cardPlaces } from "#app/deal-card/card-action";
import { useDeal } from "#app/deal-card/use-deal";
import { OfferChip } from "#app/ui/chip";
import { useMessages } from "#app/ui/messages";
import { SegmentedControl } from "#app/ui/segmented-control";
import { useFormat } from "#app/ui/use-format";
import { type DealView, numbersFrom } from "#machines/deal/deal-view";
import { pencilFits } from "#machines/deal/pencil-fits";

export type ShownPencil = DealView["card"]["pencils"]["list"][number];

/** Statuses in which the newest proposal still has something to say on the card. */
const worthShowing = new Set<ShownPencil["status"]>(["proposed", "accepted", "countered", "declined", "expired"]);

/** The newest proposal: its figure, its terms, what it changes and by how much, and the customer's answer. */
export function PencilSheet() {
  const { view } = useDeal();
  const pencil = view.card.pencils.list.at(-1);
  if (!pencil || !worthShowing.has(pencil.status)) return null;
  // Agreed and still standing: the figures below say it all.
  if (pencil.status === "accepted" && view.card.finance.termsAgreedAtRevision === null) return null;
  return (
    <LivePlace field="pencil" tint={false}>
      <section
        id={cardPlaces.pencilSheet}
        tabIndex={-1}
        className="scroll-mt-4 rounded-block border border-line bg-surface px-4 pt-4 pb-3 outline-none max-sm:rounded-sheet"
      >
        <PencilHead pencil={pencil} />
        <PencilFigures terms={pencil.terms} figures={pencil.figures} />
        <PencilTotal pencil={pencil} />
        {pencil.note ? <p className="mt-2 text-ink-2">“{pencil.note}”</p> : null}
        {pencil.status === "proposed" ? (
          <OpenPencil pencil={pencil} />
        ) : (
          <PencilState pencil={pencil} className="mt-3" />
        )}
      </section>
    </LivePlace>
  );
}

function PencilHead({ pencil: { number, by, expiresAt, status } }: { pencil: ShownPencil }) {
  const { view } = useDeal();
  const t = useMessages(pencilMessages);
  const format = useFormat();
  return (
    <header className="mb-1 flex flex-wrap items-center gap-x-3 gap-y-1">
      <OfferChip>{t("title", { number: String(number) })}</OfferChip>
      <span className="text-13 text-ink-2">{t("by", { name: by.firstName ?? view.card.store.name })}</span>
      {status === "proposed" ? (
        <span className="inline-flex items-center gap-1.5 text-13 text-ink-3">
          <Clock aria-hidden className="size-3.5" strokeWidth={1.75} />
          {t("until", { time: format.dateTime(expiresAt, "weekday") })}
        </span>
      ) : null}
    </header>
  );
}

/** What it comes to in the end, beside any payment that is shown. */
function PencilTotal({ pencil: { terms, figures } }: { pencil: ShownPencil }) {
  const { isStaff } = useDeal();
  const t = useMessages(pencilMessages);
  const format = useFormat();
  if (terms.method === "cash") return null;
  const total = format.money(figures.totalCost);
  return <p className="text-13 text-ink-3">{isStaff ? t("totalsStaff", { total }) : t("totals", { total })}</p>;
}

function OpenPencil({ pencil }: { pencil: ShownPencil }) {
  const { view, isStaff } = useDeal();
  const t = useMessages(pencilMessages);
  const { list } = view.card.pencils;
  const previous = list[pencil.number - 2];
  const [against, setAgainst] = useState<"now" | "previous">("now");
  const fits = pencilFits(numbersFrom(view), pencil);
  return (
    <>
      {previous ? (
        <SegmentedControl
          className="mt-3 max-w-100"
          size="medium"
          label={t("against.label")}
          name={`against-${pencil.number}`}
          value={against}
          onChange={setAgainst}
          segments={[
            { value: "now", label: isStaff ? t("against.nowStaff") : t("against.now") },
            { value: "previous", label: t("against.previous", { number: String(previous.number) }) },
          ]}
        />
      ) : null}
      <TermsDifference
        className="mt-3"
        to={pencil.terms}
        {...(against === "previous" && previous ? { from: previous.terms } : {})}
      />
      {fits ? (
        <PencilAnswers pencil={pencil} />
      ) : (
        <p role="status" className="mt-3 rounded-block bg-warn-ground px-3.5 py-2.5 text-warn">
          {t("stale", { name: pencil.by.firstName ?? view.card.store.name })}
        </p>
      )}
    </>
  );
}
