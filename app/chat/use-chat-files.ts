import { useState } from "react";
import { useDeal } from "#app/deal-card/use-deal";
import { MAX_FILE_BYTES } from "#app/realtime/chat-limits";
import type { ChatStream } from "#app/realtime/chat-protocol";
import { useMessages } from "#app/ui/messages";
import { chatMessages } from "./chat-messages";
import { contentOfFile } from "./chat-session";
import { fileSize } from "./file-size";
import { uploadChatFile } from "./upload-chat-file";
import type { Chat } from "./use-chat";

/** Files on their way into the conversation, one after the other: which one is going, and what went wrong. */
export function useChatFiles({ session }: Chat, stream: ChatStream) {
  const { dealId } = useDeal();
  const t = useMessages(chatMessages);
  const [busy, setBusy] = useState<string | null>(null);
  const [trouble, setTrouble] = useState<string | null>(null);
  const send = async (files: readonly File[]) => {
    setTrouble(null);
    for (const file of files) {
      setBusy(file.name);
      const kept = await uploadChatFile(dealId, stream, file);
      if (typeof kept === "string") {
        setTrouble(t(`file.${kept}`, { name: file.name, size: fileSize(MAX_FILE_BYTES) }));
        break;
      }
      session.send(stream, { kind: "file", fileId: kept.fileId, text: "" }, contentOfFile(kept, ""));
    }
    setBusy(null);
  };
  return { busy, trouble, send };
}
