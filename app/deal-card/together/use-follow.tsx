import { createContext, type ReactNode, startTransition, useContext, useEffect, useMemo, useState } from "react";
import { useLatest } from "#app/ui/use-latest";
import { whoOf } from "#app/deal-card/card-people";
import { useDeal } from "#app/deal-card/use-deal";
import type { FollowAnswer, FollowInvitation, FollowState } from "#app/realtime/together-protocol";
import { goToShared } from "./shared-place";
import { useLeading } from "./use-leading";

/** An answer that takes longer is taken for "not now". */
const ANSWER_MS = 8_000;

export interface Follow {
  leader: string | null;
  followers: readonly string[];
  /** The newest invitation that waits for this person. */
  invitation: FollowInvitation | null;
  /** A word that passes: asked, declined, ended. */
  notice: { kind: "asked" | "notNow" | "declined" | "ended"; person: string } | null;
  invite(person: string, lead: boolean): Promise<void>;
  answer(accept: boolean): void;
  leave(): void;
  putAway(): void;
}

const nobody: Pick<FollowState, "leader" | "followers"> = { leader: null, followers: [] };
const FollowContext = createContext<Follow | null>(null);

export const useFollow = (): Follow | null => useContext(FollowContext);

/** Following by data: a stage, a place and a lit field go over the line, by name; no picture of anybody's screen does. */
export function FollowProvider({ children }: { children: ReactNode }) {
  const { socket, dealId, line, people } = useDeal();
  const [state, setState] = useState(nobody);
  const [invitation, setInvitation] = useState<FollowInvitation | null>(null);
  const [notice, setNotice] = useState<Follow["notice"]>(null);
  useShown(state.leader);
  useLeading(state.followers.length > 0);

  useEffect(() => {
    if (!socket) return;
    const mine = (message: { dealId: string }) => message.dealId === dealId;
    const onInvited = (message: FollowInvitation) => mine(message) && setInvitation(message);
    const onState = (message: FollowState) => {
      if (!mine(message)) return;
      const { leader, followers } = message;
      setState((was) => {
        if (was.leader && !leader) setNotice({ kind: "ended", person: was.leader });
        else if (leader || followers.length > 0) setNotice(null);
        return { leader, followers };
      });
    };
    const onDeclined = (message: { dealId: string; person: string }) =>
      mine(message) && setNotice({ kind: "declined", person: message.person });
    socket.on("follow:invited", onInvited);
    socket.on("follow:state", onState);
    socket.on("follow:declined", onDeclined);
    return () => {
      socket.off("follow:invited", onInvited);
      socket.off("follow:state", onState);
      socket.off("follow:declined", onDeclined);
    };
  }, [socket, dealId]);

  // A lost line ends it, and so does a leader who is not on the card any more.
  const leaderIsHere = state.leader === null || people.some(({ key }) => key === state.leader);
  useEffect(() => {
    if (line === "live" && leaderIsHere) return;
    if (line === "live") socket?.emit("follow:leave", { dealId });
    startTransition(() => setState(nobody));
  }, [line, leaderIsHere, socket, dealId]);

  const follow = useMemo<Follow>(
    () => ({
      ...state,
      invitation: invitation && people.some(({ key }) => key === invitation.person) ? invitation : null,
      notice,
      async invite(person, lead) {
        const asked: FollowAnswer | null =
          (await socket
            ?.timeout(ANSWER_MS)
            .emitWithAck("follow:invite", { dealId, person, lead })
            .catch(() => null)) ?? null;
        setNotice({ kind: asked?.status === "asked" ? "asked" : "notNow", person });
      },
      answer(accept) {
        if (invitation) socket?.emit("follow:answer", { dealId, person: invitation.person, accept });
        setInvitation(null);
      },
      leave() {
        socket?.emit("follow:leave", { dealId });
        setState(nobody);
      },
      putAway: () => setNotice(null),
    }),
    [state, invitation, notice, people, socket, dealId],
  );
  return <FollowContext.Provider value={follow}>{children}</FollowContext.Provider>;
}

/** The follower's side: opens the stage, brings the place into view, lights the field in the leader's colour. */
function useShown(leader: string | null) {
  const { socket, dealId, stage, openStage, people } = useDeal();
  const card = useLatest({ stage, openStage, people });
  useEffect(() => {
    if (!socket || leader === null) return;
    type Shown = Parameters<Parameters<typeof socket.on<"follow:shown">>[1]>[0];
    const onShown = (shown: Shown) => {
      if (shown.dealId !== dealId || shown.leader !== leader) return;
      const { stage: open, openStage: go, people: here } = card.current;
      if (shown.stage !== open) go(shown.stage);
      const role = here.find(({ key }) => key === leader)?.role;
      const place = shown.highlight ?? shown.target;
      const openNow = { stage: shown.stage, openStage: go };
      if (place) goToShared(place, openNow, shown.highlight && role ? whoOf(role) : null);
    };
    socket.on("follow:shown", onShown);
    return () => void socket.off("follow:shown", onShown);
  }, [socket, dealId, leader, card]);
}
