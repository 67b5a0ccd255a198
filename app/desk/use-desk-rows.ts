import { useEffect, useMemo, useState } from "react";
import { io, type Socket } from "socket.io-client";
import type { ClientToServer, DeskRow, ServerToClient } from "#app/realtime/protocol";
import { useLatest } from "#app/ui/use-latest";

/** The same patience as a card's line: quick at first, then backing off with jitter. */
const RECONNECT = { reconnectionDelay: 400, reconnectionDelayMax: 8_000, randomizationFactor: 0.5 };
const ANSWER_MS = 8_000;
const RETRY_MS = 1_500;

export type DeskLine = "connecting" | "live" | "offline";

const noRows: ReadonlyMap<string, DeskRow> = new Map();

/** The newer of two states of one row; of the same revision the later one, which knows who has come or gone. */
const newer = (known: DeskRow | undefined, arrived: DeskRow) =>
  known && known.revision > arrived.revision ? known : arrived;

function merged(known: ReadonlyMap<string, DeskRow>, arrived: readonly DeskRow[]): ReadonlyMap<string, DeskRow> {
  const next = new Map(known);
  for (const row of arrived) next.set(row.dealId, newer(known.get(row.dealId), row));
  return next;
}

/** The store's deals: what the page was loaded with, then every row as it changes. */
export function useDeskRows(loaded: DeskRow[], onRows?: (rows: DeskRow[]) => void) {
  const [live, setLive] = useState<ReadonlyMap<string, DeskRow>>(noRows);
  const [line, setLine] = useState<DeskLine>("connecting");
  const told = useLatest(onRows);

  useEffect(() => {
    const socket: Socket<ServerToClient, ClientToServer> = io({ transports: ["websocket", "polling"], ...RECONNECT });
    const take = (arrived: DeskRow[]) => {
      setLive((known) => merged(known, arrived));
      told.current?.(arrived);
    };
    const join = () =>
      socket.timeout(ANSWER_MS).emit("desk:join", {}, (error, answer) => {
        if (error) return void setTimeout(() => socket.connected && join(), RETRY_MS);
        if (!("rows" in answer)) return setLine("offline");
        setLine("live");
        take(answer.rows);
      });
    socket.on("connect", join);
    socket.on("desk:rows", (message) => take(message.rows));
    socket.on("disconnect", () => setLine("offline"));
    socket.on("connect_error", () => setLine("offline"));
    return () => void socket.disconnect();
  }, [told]);

  const rows = useMemo(() => [...merged(merged(noRows, loaded), [...live.values()]).values()], [loaded, live]);
  return { rows, line };
}
