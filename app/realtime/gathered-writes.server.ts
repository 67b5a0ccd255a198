import type { Socket } from "node:net";
import { liveLimits } from "./live-limits";

/** Engine.IO's connection, with the two things that its types keep to themselves. */
export interface WrittenLine {
  request: { socket: Socket };
  transport: { name: string };
  writeBuffer: readonly unknown[];
  flush(): void;
  close(discard?: boolean): void;
}

/** Lines that have something to say at the end of this turn, with their own way of saying it. */
const waiting = new Map<WrittenLine, () => void>();

/**
 * Everything that is said to a line within one turn leaves in one write: an answer, and the news of all the edits that
 * were committed with it. Under load most of a server's time would be system calls for small packets. Nothing waits
 * longer than the turn, and the order stays.
 */
export function gatherWrites(line: WrittenLine): void {
  const flush = line.flush.bind(line);
  // The request is let go once the line is somebody's; its connection stays.
  const { socket } = line.request;
  const writeNow = () => (line.transport.name === "websocket" ? oneWrite(socket, flush) : flush());
  line.flush = () => {
    if (waiting.size === 0) setImmediate(writeAll);
    waiting.set(line, writeNow);
  };
}

function writeAll(): void {
  const turn = [...waiting];
  waiting.clear();
  for (const [line, writeNow] of turn) {
    // A reader that takes nothing off the line any more comes back to a whole card; what piles up here helps nobody.
    if (line.writeBuffer.length > liveLimits.packetsWaiting) line.close(true);
    else writeNow();
  }
}

function oneWrite(socket: Socket, flush: () => void): void {
  socket.cork();
  flush();
  socket.uncork();
}
