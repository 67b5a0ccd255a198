import { ChevronLeft, ChevronRight } from "lucide-react";
import { useState } from "react";
import { changeSentence, type ChangeReader } from "#app/deal-card/change-sentence";
import type { DealView } from "#machines/deal/deal-view";
import { type Audience, isPublicAudience } from "#machines/store/actor";
import { Button } from "#app/ui/button";
import { useLocale, useMessages } from "#app/ui/messages";
import { useFormat } from "#app/ui/use-format";
import type { ReplayStep } from "./read-moment.server";
import { replayMessages } from "./replay-messages";

interface ScrubberProps {
  steps: readonly ReplayStep[];
  revision: number;
  view: DealView;
  party: Audience;
  goTo(revision: number): void;
}

/** Through the deal's moments with a hand, the arrow keys or step by step; each says what happened in it. */
export function Scrubber({ steps, revision, view, party, goTo }: ScrubberProps) {
  const t = useMessages(replayMessages);
  const format = useFormat();
  const shown = Math.max(
    0,
    steps.findIndex((step) => step.revision === revision),
  );
  // The hand is ahead of what has arrived.
  const [hand, setHand] = useState(shown);
  const place = Math.min(hand, steps.length - 1);
  const step = steps[place];
  const sentence = useStepSentence(view, party);
  const move = (next: number) => {
    const to = Math.min(Math.max(next, 0), steps.length - 1);
    setHand(to);
    const chosen = steps[to];
    if (chosen) goTo(chosen.revision);
  };
  if (!step) return null;
  const words = `${format.dateTime(step.at)}. ${sentence(step)}`;
  return (
    <section aria-label={t("label")} className="border-b border-line bg-surface px-5 py-2 max-sm:px-4">
      <div className="mx-auto flex max-w-300 items-center gap-2">
        <Button kind="quiet" icon aria-label={t("before")} disabled={place === 0} onClick={() => move(place - 1)}>
          <ChevronLeft aria-hidden strokeWidth={1.75} />
        </Button>
        <input
          type="range"
          min={0}
          max={steps.length - 1}
          value={place}
          aria-label={t("scrub")}
          aria-valuetext={words}
          className="h-11 min-w-0 flex-1 accent-accent-600"
          onChange={(event) => move(Number(event.target.value))}
        />
        <Button
          kind="quiet"
          icon
          aria-label={t("after")}
          disabled={place === steps.length - 1}
          onClick={() => move(place + 1)}
        >
          <ChevronRight aria-hidden strokeWidth={1.75} />
        </Button>
        <p className="figures w-24 shrink-0 text-right text-12 text-ink-3 max-sm:hidden">
          {t("step", { place: place + 1, count: steps.length })}
        </p>
      </div>
      <p className="mx-auto max-w-300 truncate px-11 text-13 text-ink-2" title={words}>
        <time dateTime={step.at} className="figures text-ink-3">
          {format.dateTime(step.at)}
        </time>{" "}
        {sentence(step)}
      </p>
    </section>
  );
}

function useStepSentence({ card: { store } }: DealView, party: Audience) {
  const t = useMessages(replayMessages);
  const format = useFormat();
  const locale = useLocale();
  const reader: ChangeReader = {
    locale,
    timeZone: format.timeZone,
    you: isPublicAudience(party) ? { kind: "customer" } : { kind: "staff", staffId: "", firstName: "", role: "" },
    storeName: store.name,
    productKinds: Object.fromEntries(store.fniCatalog.map(({ code, kind }) => [code, kind])),
  };
  return ({ change }: ReplayStep) => (change ? changeSentence(change, reader).cause : t("untold"));
}
