import type { ChatContent } from "#app/realtime/chat-protocol";
import type { PendingMessage } from "./chat-book";
import type { Content, Outgoing } from "./chat-outbox";

interface KeptText {
  messageId: string;
  at: string;
  content: Extract<ChatContent, { kind: "text" }>;
}

interface Kept {
  pending: PendingMessage;
  outgoing: { messageId: string; content: Extract<Content, { kind: "text" }> };
}

const keyOf = (dealId: string) => `chat:pending:${dealId}`;

/** Words that were not sent yet survive a reload of this tab. Only text, and only as it is shown: without card numbers. */
export function keepPending(dealId: string, pending: readonly PendingMessage[], waiting: readonly Outgoing[]): void {
  const texts = waiting.flatMap(({ messageId }): KeptText[] => {
    const shown = pending.find((message) => message.messageId === messageId);
    return shown?.content.kind === "text" ? [{ messageId, at: shown.at, content: shown.content }] : [];
  });
  try {
    if (texts.length === 0) window.sessionStorage.removeItem(keyOf(dealId));
    else window.sessionStorage.setItem(keyOf(dealId), JSON.stringify(texts));
  } catch {
    // A browser without room keeps them in memory alone.
  }
}

export function keptPending(dealId: string): Kept[] {
  try {
    const texts = JSON.parse(window.sessionStorage.getItem(keyOf(dealId)) ?? "[]") as KeptText[];
    return texts.map(({ messageId, at, content }) => {
      const { text, about, answers } = content;
      return {
        pending: { messageId, at, content, seq: null, failed: null },
        outgoing: { messageId, content: { kind: "text", text, ...(about && { about }), ...(answers && { answers }) } },
      };
    });
  } catch {
    return [];
  }
}
