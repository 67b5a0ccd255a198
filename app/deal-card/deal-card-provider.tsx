import { type ReactNode, useCallback, useMemo, useState } from "react";
import type { ChangeDigest } from "#machines/deal/change-digest";
import type { DealChange } from "#machines/deal/deal-changes";
import type { DealEdit } from "#machines/deal/deal-events";
import { type DealView, numbersFrom } from "#machines/deal/deal-view";
import { dealWorksheet } from "#machines/deal/deal-worksheet";
import type { StageName } from "#machines/stages/stage";
import { type Audience, isPublicAudience } from "#machines/store/actor";
import type { EditAnswer } from "#app/deals/edit-answer";
import { CurrentCarProvider } from "./current-car";
import { DealCardContext, type DealCardState, type LateRefusal } from "./use-deal";
import { useLiveDeal } from "./use-live-deal";
import { usePresence } from "./use-presence";

export interface DealCardProviderProps {
  dealId: string;
  view: DealView;
  audience: Audience;
  me: DealCardState["me"];
  place: DealCardState["place"];
  changes: DealChange[];
  /** What moved since this reader last left the card; null for nothing, and for a first visit. */
  sinceLastHere?: ChangeDigest | null;
  stage: StageName;
  children: ReactNode;
}

/** Feeds the card: the loader's view first, then every patch of the live line, one worksheet per revision. */
export function DealCardProvider(props: DealCardProviderProps) {
  const { dealId, audience, me, children } = props;
  const [refused, setRefused] = useState<EditAnswer | null>(null);
  const [refusedEdit, setRefusedEdit] = useState<DealEdit | null>(null);
  const [stage, setStage] = useState(props.stage);
  const [refusedLate, setRefusedLate] = useState<readonly LateRefusal[]>([]);
  const onAnsweredLate = useCallback((edit: DealEdit, answer: EditAnswer) => {
    if (answer.status === "refused") setRefusedLate((list) => [...list, { edit, refusal: answer.refusal }]);
  }, []);
  const live = useLiveDeal({ ...props, onAnsweredLate });
  const { view, changes, recent, people, line, waiting, connection, socket, noteOwn } = live;
  const { focusField, focused, hidden, setHidden } = usePresence(connection, stage);

  const send = useCallback(
    async (edit: DealEdit) => {
      const answer = await (connection.current?.send(edit) ??
        Promise.resolve<EditAnswer>({ status: "again", reason: "unavailable" }));
      if (answer.status === "applied") noteOwn(edit, answer.revision);
      setRefused(answer.status === "refused" ? answer : null);
      setRefusedEdit(answer.status === "refused" ? edit : null);
      return answer;
    },
    [connection, noteOwn],
  );
  const putAwayRefusal = useCallback(() => {
    setRefused(null);
    setRefusedLate([]);
  }, []);
  const openStage = useCallback((next: StageName) => {
    setStage(next);
    const url = new URL(window.location.href);
    url.searchParams.set("stage", next);
    window.history.replaceState(window.history.state, "", url);
  }, []);
  const worksheet = useMemo(() => dealWorksheet(numbersFrom(view)), [view]);

  const state: DealCardState = {
    dealId,
    view,
    audience,
    isStaff: !isPublicAudience(audience),
    me,
    place: props.place,
    asOf: null,
    worksheet,
    people,
    line,
    waiting,
    changes,
    sinceLastHere: props.sinceLastHere ?? null,
    recent,
    stage,
    openStage,
    send,
    refused,
    refusedLate,
    refusedEdit,
    putAwayRefusal,
    focusField,
    focused,
    hidden,
    setHidden,
    socket,
  };
  return (
    <DealCardContext.Provider value={state}>
      <CurrentCarProvider>{children}</CurrentCarProvider>
    </DealCardContext.Provider>
  );
}
