import { type ReactNode, useCallback, useEffect, useMemo, useRef, useState } from "react";
import { type DealChange, dealChange } from "#machines/deal/deal-changes";
import type { DealEdit } from "#machines/deal/deal-events";
import { type DealView, numbersFrom } from "#machines/deal/deal-view";
import { dealWorksheet } from "#machines/deal/deal-worksheet";
import type { StageName } from "#machines/stages/stage";
import type { Audience } from "#machines/store/actor";
import type { EditAnswer } from "#app/deals/edit-answer";
import { connectDeal, type DealConnection } from "#app/realtime/deal-connection";
import type { DealPatch, PresentPerson } from "#app/realtime/protocol";
import { changedFields } from "./changed-fields";
import { DealCardContext, type DealCardState, type LineState, type RecentChange } from "./use-deal";

/** A by-line stays this long; after that it is only in the history. */
const RECENT_MS = 60_000;
/** A person who touches nothing for this long is shown as away. */
const IDLE_MS = 30_000;

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
  const [view, setView] = useState(props.view);
  const [changes, setChanges] = useState(props.changes);
  const [recent, setRecent] = useState<Record<string, RecentChange>>({});
  const [people, setPeople] = useState<DealCardState["people"]>([]);
  const [line, setLine] = useState<LineState>("connecting");
  const [waiting, setWaiting] = useState(0);
  const [refused, setRefused] = useState<EditAnswer | null>(null);
  const [stage, setStage] = useState(props.stage);
  const connection = useRef<DealConnection | null>(null);
  const ownRevisions = useRef(new Set<number>());

  useEffect(() => {
    const live = connectDeal(dealId, props.view, {
      line: setLine,
      waiting: setWaiting,
      replaced: setView,
      people: (list, yourKey) => setPeople(list.map((person) => ({ ...person, you: person.key === yourKey }))),
      patched(before, after, patch) {
        setView(after);
        if (!patch.event) return;
        const change = changeFromPatch(before, after, patch);
        setChanges((list) => [...list, change]);
        noteRecent(patch);
      },
    });
    function noteRecent(patch: DealPatch): void {
      if (!patch.event) return;
      const { type, by } = patch.event;
      const change = {
        by: { firstName: by.firstName, role: by.role, you: ownRevisions.current.has(patch.revision) },
        at: Date.now(),
      };
      const fields = Object.fromEntries(changedFields(type).map((field) => [field, change]));
      setRecent((known) => ({ ...freshOnly(known), ...fields }));
    }
    connection.current = live;
    return () => live.close();
    // A card is one deal for its whole life; its route remounts it for another one.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [dealId]);

  useEffect(() => {
    if (Object.keys(recent).length === 0) return;
    const timer = setTimeout(() => setRecent(freshOnly), RECENT_MS);
    return () => clearTimeout(timer);
  }, [recent]);

  const { focusField } = usePresence(connection, stage, line);

  const send = useCallback(async (edit: DealEdit) => {
    const answer = await (connection.current?.send(edit) ??
      Promise.resolve<EditAnswer>({ status: "again", reason: "unavailable" }));
    if (answer.status === "applied") ownRevisions.current.add(answer.revision);
    if (answer.status === "applied") setRecent((known) => markOwn(known, changedFields(edit.type)));
    setRefused(answer.status === "refused" ? answer : null);
    return answer;
  }, []);
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

function changeFromPatch(before: DealView, after: DealView, { revision, at, event }: DealPatch): DealChange {
  const by = { ...event!.by, id: "" };
  return dealChange(before, after, { type: event!.type }, { revision, at, by });
}

const freshOnly = (known: Record<string, RecentChange>) =>
  Object.fromEntries(Object.entries(known).filter(([, { at }]) => Date.now() - at < RECENT_MS));

/** The patch may come before its own answer; then the by-line learns a moment later that it was you. */
const markOwn = (known: Record<string, RecentChange>, fields: readonly string[]) =>
  Object.fromEntries(
    Object.entries(known).map(([field, change]) =>
      fields.includes(field) ? [field, { ...change, by: { ...change.by, you: true } }] : [field, change],
    ),
  );

const deviceOf = (): PresentPerson["device"] =>
  window.innerWidth < 640 ? "phone" : window.innerWidth < 1024 ? "tablet" : "desktop";

/** Tells the others where this person is: the stage, the field in use, and whether they are still there. */
function usePresence(connection: { current: DealConnection | null }, stage: StageName, line: LineState) {
  const [field, setField] = useState<string | null>(null);
  const [idle, setIdle] = useState(false);

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    const awake = () => {
      setIdle(false);
      clearTimeout(timer);
      timer = setTimeout(() => setIdle(true), IDLE_MS);
    };
    const signs = ["pointerdown", "keydown", "scroll", "visibilitychange"] as const;
    for (const sign of signs) document.addEventListener(sign, awake, { passive: true });
    awake();
    return () => {
      clearTimeout(timer);
      for (const sign of signs) document.removeEventListener(sign, awake);
    };
  }, []);

  useEffect(() => {
    connection.current?.presence({ stage, field: idle ? null : field, device: deviceOf(), idle });
  }, [connection, stage, field, idle, line]);

  return { focusField: setField };
}
