import { type ReactNode, useCallback, useMemo, useState } from "react";
import type { DealChange } from "#machines/deal/deal-changes";
import type { DealEdit } from "#machines/deal/deal-events";
import { type DealView, numbersFrom } from "#machines/deal/deal-view";
import { dealWorksheet } from "#machines/deal/deal-worksheet";
import type { StageName } from "#machines/stages/stage";
import type { Audience } from "#machines/store/actor";
import type { EditAnswer } from "#app/deals/edit-answer";
import { DealCardContext, type DealCardState } from "./use-deal";
import { useLiveDeal } from "./use-live-deal";
import { usePresence } from "./use-presence";

export interface DealCardProviderProps {
  dealId: string;
  view: DealView;
  audience: Audience;
  me: DealCardState["me"];
  changes: DealChange[];
  stage: StageName;
  children: ReactNode;
}

/** Feeds the card: the loader's view first, then every patch of the live line, one worksheet per revision. */
export function DealCardProvider(props: DealCardProviderProps) {
  const { dealId, audience, me, children } = props;
  const [refused, setRefused] = useState<EditAnswer | null>(null);
  const [stage, setStage] = useState(props.stage);
  const { view, changes, recent, people, line, waiting, connection, noteOwn } = useLiveDeal(props);
  const { focusField } = usePresence(connection, stage);

  const send = useCallback(
    async (edit: DealEdit) => {
      const answer = await (connection.current?.send(edit) ??
        Promise.resolve<EditAnswer>({ status: "again", reason: "unavailable" }));
      if (answer.status === "applied") noteOwn(edit, answer.revision);
      setRefused(answer.status === "refused" ? answer : null);
      return answer;
    },
    [connection, noteOwn],
  );
  const putAwayRefusal = useCallback(() => setRefused(null), []);
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
    isStaff: audience !== "customer",
    me,
    worksheet,
    people,
    line,
    waiting,
    changes,
    recent,
    stage,
    openStage,
    send,
    refused,
    putAwayRefusal,
    focusField,
  };
  return <DealCardContext.Provider value={state}>{children}</DealCardContext.Provider>;
}
