import { History } from "lucide-react";
import { useState } from "react";
import { changePartMessages } from "#app/deal-card/change-part-messages";
import { figureSentences } from "#app/deal-card/change-parts";
import { isReader, whoDidIt } from "#app/deal-card/change-sentence";
import { useChangeReader } from "#app/deal-card/use-change-sentence";
import { useDeal } from "#app/deal-card/use-deal";
import { Button } from "#app/ui/button";
import { useMessages } from "#app/ui/messages";

/**
 * What moved while the reader was away: every figure, by how much, through what and by whom, adding up to the cent. Put
 * away it stays away, for the history has it; without news, or with none but one's own, there is nothing here.
 */
export function SinceLastHere({ className }: { className?: string }) {
  const { sinceLastHere: digest } = useDeal();
  const t = useMessages(changePartMessages);
  const reader = useChangeReader();
  const [isPutAway, putAway] = useState(false);
  if (!digest || isPutAway || digest.parts.every(({ by }) => isReader(by, reader.you))) return null;
  const sentences = figureSentences(digest, reader.locale, { nameOf: whoDidIt(reader) });
  if (sentences.length === 0) return null;
  return (
    <section
      aria-labelledby="since-last-here"
      className={className ?? "mb-3 rounded-sheet border border-line bg-surface px-4 py-3 sm:px-6"}
    >
      <div className="flex items-center gap-3">
        <History aria-hidden className="size-4 shrink-0 text-ink-3" strokeWidth={1.75} />
        <h2 id="since-last-here" className="min-w-0 flex-1 text-14 font-semibold">
          {t("digest.title")}
        </h2>
        <Button kind="word" size="small" onClick={() => putAway(true)}>
          {t("digest.putAway")}
        </Button>
      </div>
      <ul className="mt-1 text-13 text-ink-2">
        {sentences.map((sentence) => (
          <li key={sentence} className="py-0.5 first:text-ink">
            {sentence}
          </li>
        ))}
      </ul>
    </section>
  );
}
