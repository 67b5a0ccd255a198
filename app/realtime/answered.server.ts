import { log } from "#app/platform/log.server";
import type { DealSocket } from "./socket-person.server";

/** Exactly one answer, whatever happens; a client that wants none gets none and changes nothing. */
export async function answerOnce<Answer>(
  socket: DealSocket,
  answer: ((answer: Answer) => void) | undefined,
  work: () => Promise<Answer> | Answer,
): Promise<void> {
  if (typeof answer !== "function") return;
  try {
    answer(await work());
  } catch (error) {
    log.error({ err: error, socket: socket.data.key }, "a live message failed");
    answer({ status: "again", reason: "unavailable" } as Answer);
  }
}
