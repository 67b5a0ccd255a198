import { ShieldAlert, ShieldCheck } from "lucide-react";
import { worksheetMessages } from "#app/desk/worksheet/worksheet-messages";
import { useDeskDraft } from "#app/desk/worksheet/desk-draft";
import { PencilFigures } from "#app/deal-card/finance/pencil-figures";
import { pencilMessages } from "#app/deal-card/finance/pencil-messages";
import type { ShownPencil } from "#app/deal-card/finance/pencil-sheet";
import { PencilState } from "#app/deal-card/finance/pencil-state";
import { TermsDifference } from "#app/deal-card/finance/terms-difference";
import { useDeal } from "#app/deal-card/use-deal";
import { useSend } from "#app/deal-card/use-send";
import { Button } from "#app/ui/button";
import { OfferChip } from "#app/ui/chip";
import { useMessages } from "#app/ui/messages";
import { useFormat } from "#app/ui/use-format";
import { numbersFrom } from "#machines/deal/deal-view";
import { pencilFits } from "#machines/deal/pencil-fits";

/** Letters of a hash that a person compares. */
const SHOWN_HASH = 10;

/** Every proposal of the deal, newest first: what it came to, what it changed from the one before, what was said. */
export function PencilList({ broken }: { broken: readonly number[] }) {
  const { view } = useDeal();
  const t = useMessages(worksheetMessages);
  const { list } = view.card.pencils;
  if (list.length === 0) return <p className="text-13 text-ink-3">{t("pencils.none")}</p>;
  return (
    <ol className="divide-y divide-line">
      {list.toReversed().map((pencil) => (
        <li key={pencil.number} className="py-3 first:pt-0 last:pb-0">
          <PencilRow pencil={pencil} before={list[pencil.number - 2]} isBroken={broken.includes(pencil.number)} />
        </li>
      ))}
    </ol>
  );
}

interface PencilRowProps {
  pencil: ShownPencil;
  before: ShownPencil | undefined;
  isBroken: boolean;
}

function PencilRow({ pencil, before, isBroken }: PencilRowProps) {
  const { view } = useDeal();
  const t = useMessages(worksheetMessages);
  const p = useMessages(pencilMessages);
  const format = useFormat();
  const { take } = useDeskDraft();
  const { busy, act } = useSend();
  const { number, terms, figures, by, at, note, status } = pencil;
  const isOpen = status === "proposed";
  return (
    <div className="flex flex-col gap-1.5">
      <p className="flex flex-wrap items-center gap-x-2.5 gap-y-1 text-13 text-ink-3">
        <OfferChip>{p("title", { number: String(number) })}</OfferChip>
        {p("by", { name: by.firstName ?? "" })}, {format.time(at)}
      </p>
      <PencilFigures terms={terms} figures={figures} size="small" />
      {note ? <p className="text-13 text-ink-2">“{note}”</p> : null}
      <PencilState pencil={pencil} className="text-13" />
      {isOpen && !pencilFits(numbersFrom(view), pencil) ? <p className="text-13 text-warn">{p("fresh")}</p> : null}
      <details className="group text-13">
        <summary className="link list-none">{t("pencils.difference")}</summary>
        <TermsDifference className="mt-1.5" to={terms} {...(before && { from: before.terms })} />
      </details>
      <div className="flex flex-wrap items-center justify-between gap-2">
        <Seal hash={pencil.seal.contentHash} isBroken={isBroken} />
        <span className="flex gap-1">
          <Button kind="quiet" size="small" onClick={() => take(terms)}>
            {t("pencils.take")}
          </Button>
          {isOpen ? (
            <Button
              kind="quiet"
              size="small"
              busy={busy}
              onClick={() => void act({ type: "pencil.withdrawn", number })}
            >
              {p("withdraw")}
            </Button>
          ) : null}
        </span>
      </div>
    </div>
  );
}

/** Checked by the server when the page was made: the content's hash and the store's signature under it. */
function Seal({ hash, isBroken }: { hash: string; isBroken: boolean }) {
  const t = useMessages(worksheetMessages);
  const Icon = isBroken ? ShieldAlert : ShieldCheck;
  return (
    <span
      className={
        isBroken
          ? "inline-flex items-center gap-1.5 text-12 text-neg"
          : "inline-flex items-center gap-1.5 text-12 text-ink-3"
      }
    >
      <Icon aria-hidden className="size-3.5" strokeWidth={1.75} />
      {isBroken ? t("pencils.sealBroken") : t("pencils.sealed", { hash: hash.slice(0, SHOWN_HASH) })}
    </span>
  );
}
