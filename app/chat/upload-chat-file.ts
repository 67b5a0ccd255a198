import { MAX_FILE_BYTES } from "#app/realtime/chat-limits";
import type { ChatFileInfo, ChatStream } from "#app/realtime/chat-protocol";

export type UploadTrouble = "tooLarge" | "notAFile" | "tooMany" | "tooFast" | "failed";
const troubles: readonly string[] = ["tooLarge", "notAFile", "tooMany", "tooFast"];

/** Sends one file to the server, which checks and re-encodes it; it is not in the conversation yet. */
export async function uploadChatFile(
  dealId: string,
  stream: ChatStream,
  file: File,
): Promise<ChatFileInfo | UploadTrouble> {
  if (file.size > MAX_FILE_BYTES) return "tooLarge";
  const form = new FormData();
  form.set("stream", stream);
  form.set("file", file);
  try {
    const answer = await fetch(`/deals/${dealId}/chat-files?index`, {
      method: "POST",
      body: form,
      headers: { Accept: "application/json" },
    });
    if (answer.status === 413) return "tooLarge";
    const body = (await answer.json()) as ChatFileInfo & { reason?: string };
    if (answer.ok) return body;
    return body.reason && troubles.includes(body.reason) ? (body.reason as UploadTrouble) : "failed";
  } catch {
    return "failed";
  }
}
