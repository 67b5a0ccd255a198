import { Timer } from "lucide-react";
import { startTransition, useEffect, useState } from "react";
import { MISSED_AFTER_MS, PICK_UP_MS } from "#app/realtime/chat-limits";
import { cx } from "#app/ui/class-names";
import { useMessages } from "#app/ui/messages";
import { useFormat } from "#app/ui/use-format";
import { waitingSince } from "./chat-book";
import { chatMessages } from "./chat-messages";
import type { Chat } from "./use-chat";

const SECOND_MS = 1_000;

/** How long the customer has waited for an answer by the server's clock; null while nobody waits. */
export function useWaited(chat: Chat | null): number | null {
  const since = chat ? waitingSince(chat.state.chat) : null;
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    if (since === null) return;
    const tick = () => setNow(Date.now());
    startTransition(tick);
    const timer = setInterval(tick, SECOND_MS);
    return () => clearInterval(timer);
  }, [since]);
  return chat && since !== null ? Math.max(0, now + chat.state.aheadMs - Date.parse(since)) : null;
}

/** For staff: the clock that runs while somebody waits. Picked up within ten seconds is good, after two minutes missed. */
export function WaitTimer({ chat, name }: { chat: Chat; name: string }) {
  const t = useMessages(chatMessages);
  const format = useFormat();
  const waited = useWaited(chat);
  if (waited === null) return null;
  const time = format.clock(waited);
  const late = waited > MISSED_AFTER_MS;
  return (
    <p
      className={cx(
        "figures mt-1.5 flex items-center gap-1.5 text-13 font-medium",
        late ? "text-neg" : waited > PICK_UP_MS ? "text-warn" : "text-ink-2",
      )}
    >
      <Timer aria-hidden className="size-4" strokeWidth={1.75} />
      {late ? t("waitedLate", { name, time }) : t("waited", { name, time })}
    </p>
  );
}
