import { MessageCircleQuestion } from "lucide-react";
import { cx } from "#app/ui/class-names";
import { useMessages } from "#app/ui/messages";
import { chatButtonMessages } from "./chat-button-messages";
import { useAsk } from "./use-ask";
import { useChat } from "./use-chat";

/** Where something was asked: a mark at the line, in strong ink while nobody has answered. */
export function AskPin({ place, corner = false }: { place: string; corner?: boolean }) {
  const chat = useChat();
  const { ask } = useAsk();
  const t = useMessages(chatButtonMessages);
  const asked = chat?.questions.get(place);
  if (!asked) return null;
  const isOpen = asked.some(({ answers }) => answers.length === 0);
  return (
    <button
      type="button"
      aria-label={isOpen ? t("pinOpen") : t("pins", { count: asked.length })}
      onClick={() => ask(place)}
      className={cx(
        "touch-target absolute z-10 grid size-3.5 animate-fade-in place-items-center rounded-full bg-surface",
        corner ? "-top-2 left-1" : "top-3 left-px max-sm:top-3.5",
        isOpen ? "text-accent-600" : "text-ink-3",
      )}
    >
      <MessageCircleQuestion aria-hidden className="size-3.5" strokeWidth={isOpen ? 2.25 : 1.5} />
    </button>
  );
}
