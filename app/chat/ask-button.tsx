import { MessageCircleQuestion } from "lucide-react";
import { useDeal } from "#app/deal-card/use-deal";
import { Button } from "#app/ui/button";
import { useMessages } from "#app/ui/messages";
import { chatButtonMessages } from "./chat-button-messages";
import { useAsk } from "./use-ask";
import { useChat } from "./use-chat";

/** Under the figures: the way to ask about one of them. */
export function AskButton({ className }: { className?: string }) {
  const { audience } = useDeal();
  const { pointing, setPointing } = useAsk();
  const t = useMessages(chatButtonMessages);
  const chat = useChat();
  if (audience === "guest") return null;
  return (
    <Button
      kind="word"
      size="small"
      aria-pressed={pointing}
      disabled={!chat}
      className={className}
      onClick={() => setPointing(!pointing)}
    >
      <MessageCircleQuestion aria-hidden strokeWidth={1.75} />
      {t("ask")}
    </Button>
  );
}
