import { useEffect, useRef } from "react";
import { useLatest } from "#app/ui/use-latest";
import { TYPING_MS } from "#app/realtime/chat-limits";
import type { ChatStream } from "#app/realtime/chat-protocol";
import type { Chat } from "./use-chat";

/** Said again this long before the last sign runs out. */
const AGAIN_MS = TYPING_MS - 2_000;

/** Tells the others that this person writes: once, then again while they go on, and that they stopped. */
export function useTypingSign({ session }: Chat, stream: ChatStream) {
  const last = useRef(0);
  const stop = () => {
    if (last.current === 0) return;
    last.current = 0;
    session.typing(stream, false);
  };
  const leave = useLatest(stop);
  useEffect(() => () => leave.current(), [leave]);
  return {
    sign() {
      const at = Date.now();
      if (at - last.current < AGAIN_MS) return;
      last.current = at;
      session.typing(stream, true);
    },
    stop,
  };
}
