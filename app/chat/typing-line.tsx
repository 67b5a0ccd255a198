import { startTransition, useEffect, useState } from "react";
import { usePersonName, whoOf } from "#app/deal-card/card-people";
import { Avatar } from "#app/ui/avatar";
import { useMessages } from "#app/ui/messages";
import type { Typist } from "./chat-book";
import { chatMessages } from "./chat-messages";

/** Who writes at this moment; gone when they stop or when nothing more is heard of them. Its room is always kept. */
export function TypingLine({ typing }: { typing: readonly Typist[] }) {
  const t = useMessages(chatMessages);
  const nameOf = usePersonName();
  const [now, setNow] = useState(() => Date.now());
  const first = typing.find(({ until }) => until > now);
  useEffect(() => {
    const tick = () => setNow(Date.now());
    startTransition(tick);
    const last = Math.max(0, ...typing.map(({ until }) => until));
    if (last <= Date.now()) return;
    const timer = setTimeout(tick, last - Date.now() + 50);
    return () => clearTimeout(timer);
  }, [typing]);
  return (
    <p aria-live="polite" className="flex h-5 items-center gap-2 text-13 text-ink-3">
      {first ? (
        <>
          <Avatar name={nameOf(first)} who={whoOf(first.role)} size={20} />
          {t("typing", { name: nameOf(first) })}
        </>
      ) : null}
    </p>
  );
}
