import { randomUUID } from "node:crypto";
import { io, type Socket } from "socket.io-client";
import type { DealEdit } from "#machines/deal/deal-events";
import type { DealView } from "#machines/deal/deal-view";
import type { EditAnswer } from "#app/deals/edit-answer";
import { applyPatch } from "#app/realtime/apply-patch";
import type {
  ClientToServer,
  DealPatch,
  DeskAnswer,
  DeskRow,
  JoinAnswer,
  PresentPerson,
  ServerToClient,
} from "#app/realtime/protocol";
import { until } from "./until";

type Joined = Extract<JoinAnswer, { status: "joined" }>;

const ANSWER_MS = 15_000;

/** One person's live line to a server, with everything that came over it. */
export interface Line {
  socket: Socket<ServerToClient, ClientToServer>;
  /** Every frame's text as it arrived, answers included. */
  frames: string[];
  patches: DealPatch[];
  people: PresentPerson[][];
  deskRows: DeskRow[];
  /** Why the line was closed by the other side; empty while it is open. */
  ended: string[];
  ask(dealId: string, lastRevision?: number): Promise<JoinAnswer>;
  /** As `ask`, for a join that has to succeed. */
  join(dealId: string, lastRevision?: number): Promise<Joined>;
  edit(dealId: string, edit: DealEdit, more?: { editId?: string; seenRevision?: number }): Promise<EditAnswer>;
  joinDesk(): Promise<DeskAnswer>;
  close(): void;
}

export interface LineOptions {
  cookie?: string | undefined;
  origin?: string | null;
  auth?: Record<string, unknown>;
  reconnection?: boolean;
}

function listen(socket: Line["socket"]) {
  const heard = {
    frames: [] as string[],
    patches: [] as DealPatch[],
    people: [] as PresentPerson[][],
    deskRows: [] as DeskRow[],
    ended: [] as string[],
  };
  socket.io.on("open", () => {
    socket.io.engine.on("packet", ({ data }: { data?: unknown }) => {
      if (typeof data === "string") heard.frames.push(data);
    });
  });
  socket.on("deal:patch", (patch) => void heard.patches.push(patch));
  socket.on("deal:people", ({ people }) => void heard.people.push(people));
  socket.on("desk:rows", ({ rows }) => void heard.deskRows.push(...rows));
  socket.on("disconnect", (reason) => void heard.ended.push(reason));
  return heard;
}

/** Connects, or fails with the reason the server gave. */
export async function openLine(url: string, options: LineOptions = {}): Promise<Line> {
  const { cookie, origin = url, auth = {}, reconnection = false } = options;
  const extraHeaders = { ...(origin === null ? {} : { Origin: origin }), ...(cookie ? { Cookie: cookie } : {}) };
  const socket: Line["socket"] = io(url, {
    transports: ["websocket"],
    forceNew: true,
    reconnection,
    auth,
    extraHeaders,
  });
  const heard = listen(socket);
  await new Promise<void>((resolve, reject) => {
    socket.once("connect", resolve);
    socket.once("connect_error", (error) => {
      if (reconnection) return;
      socket.disconnect();
      reject(error);
    });
  });
  const ask = (dealId: string, lastRevision?: number): Promise<JoinAnswer> =>
    socket
      .timeout(ANSWER_MS)
      .emitWithAck("deal:join", { dealId, ...(lastRevision === undefined ? {} : { lastRevision }) });
  return {
    socket,
    ...heard,
    ask,
    async join(dealId, lastRevision) {
      const answer = await ask(dealId, lastRevision);
      if (answer.status !== "joined") throw new Error(`not joined: ${JSON.stringify(answer)}`);
      return answer;
    },
    edit: (dealId, edit, { editId = randomUUID(), seenRevision } = {}) =>
      socket
        .timeout(ANSWER_MS)
        .emitWithAck("deal:edit", { dealId, editId, edit, ...(seenRevision === undefined ? {} : { seenRevision }) }),
    joinDesk: () => socket.timeout(ANSWER_MS).emitWithAck("desk:join", {}),
    close: () => void socket.disconnect(),
  };
}

/** The view a client holds after a join and the patches that followed, applied as the protocol says: in order, each once. */
export function viewAfter(joined: DealView, patches: readonly DealPatch[]): DealView {
  return patches
    .filter(({ revision }) => revision > joined.revision)
    .toSorted((one, other) => one.revision - other.revision)
    .reduce((view, patch) => (patch.revision === view.revision + 1 ? applyPatch(view, patch) : view), joined);
}

export const snapshotIn = ({ caughtUp }: Joined): DealView => {
  if (caughtUp.kind !== "snapshot") throw new Error("a snapshot was expected");
  return caughtUp.view;
};

/** Waits until the line has heard of a revision. */
export const heardOf = (line: Line, revision: number) =>
  until(`patch ${revision} arrived`, () => line.patches.some((patch) => patch.revision >= revision));
