import { StageGlyph } from "#app/ui/stage-glyph";
import { useMessages } from "#app/ui/messages";
import { uiMessages } from "#app/ui/ui-messages";
import { cardMessages } from "#app/deal-card/card-messages";
import { stageNames, type StageStatuses } from "#machines/stages/stage";

/** The six stages of a deal in 12 px shapes; heard and hovered as words. */
export function StageMap({ statuses, className = "" }: { statuses: StageStatuses; className?: string }) {
  const t = useMessages(cardMessages);
  const status = useMessages(uiMessages);
  const words = stageNames.map((stage) => `${t(`stage.${stage}`)}: ${status(`stage.${statuses[stage]}`)}`);
  return (
    <span
      role="img"
      aria-label={words.join(", ")}
      title={words.join("\n")}
      className={`inline-flex gap-1.25 ${className}`}
    >
      {stageNames.map((stage) => (
        <StageGlyph key={stage} status={statuses[stage]} size={12} label={null} />
      ))}
    </span>
  );
}
