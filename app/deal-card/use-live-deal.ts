import { startTransition, useCallback, useEffect, useRef, useState } from "react";
import { type DealChange, dealChange } from "#machines/deal/deal-changes";
import type { DealEdit } from "#machines/deal/deal-events";
import type { DealView } from "#machines/deal/deal-view";
import { connectDeal, type DealConnection } from "#app/realtime/deal-connection";
import type { DealPatch } from "#app/realtime/protocol";
import { changedFields } from "./changed-fields";
import type { DealCardState, LineState, RecentChange } from "./use-deal";

/** A by-line stays this long; after that it is only in the history. */
const RECENT_MS = 60_000;

interface LiveDealStart {
  dealId: string;
  view: DealView;
  changes: DealChange[];
}

/** The deal as it moves: the loader's view first, then every patch of the live line. */
export function useLiveDeal(start: LiveDealStart) {
  const { dealId } = start;
  const [view, setView] = useState(start.view);
  const [changes, setChanges] = useState(start.changes);
  const [people, setPeople] = useState<DealCardState["people"]>([]);
  const [line, setLine] = useState<LineState>("connecting");
  const [waiting, setWaiting] = useState(0);
  const { recent, noteRecent, noteOwn } = useRecentChanges();
  const connection = useRef<DealConnection | null>(null);
  // A card is one deal for its whole life; its route remounts it for another one.
  const initialView = useRef(start.view);

  useEffect(() => {
    const live = connectDeal(dealId, initialView.current, {
      // News may come while a stage's code is still on its way: as a transition it waits for it to hydrate.
      line: (state) => startTransition(() => setLine(state)),
      waiting: (count) => startTransition(() => setWaiting(count)),
      replaced: (next) => startTransition(() => setView(next)),
      people: (list, yourKey) =>
        startTransition(() => setPeople(list.map((person) => ({ ...person, you: person.key === yourKey })))),
      patched: (before, after, patch) =>
        startTransition(() => {
          setView(after);
          const change = changeFromPatch(before, after, patch);
          if (change) setChanges((list) => [...list, change]);
          noteRecent(patch);
        }),
    });
    connection.current = live;
    return () => live.close();
  }, [dealId, noteRecent]);

  return { view, changes, recent, people, line, waiting, connection, noteOwn };
}

/** Whose hand was just here, by field, for a minute. */
function useRecentChanges() {
  const [recent, setRecent] = useState<Record<string, RecentChange>>({});
  const ownRevisions = useRef(new Set<number>());

  const noteRecent = useCallback(({ event, revision }: DealPatch) => {
    if (!event) return;
    const { firstName, role } = event.by;
    const change = { by: { firstName, role, you: ownRevisions.current.has(revision) }, at: Date.now() };
    const fields = Object.fromEntries(changedFields(event.type).map((field) => [field, change]));
    setRecent((known) => ({ ...freshOnly(known), ...fields }));
  }, []);
  const noteOwn = useCallback((edit: DealEdit, revision: number) => {
    ownRevisions.current.add(revision);
    setRecent((known) => markOwn(known, changedFields(edit.type)));
  }, []);

  useEffect(() => {
    if (Object.keys(recent).length === 0) return;
    const timer = setTimeout(() => setRecent(freshOnly), RECENT_MS);
    return () => clearTimeout(timer);
  }, [recent]);

  return { recent, noteRecent, noteOwn };
}

function changeFromPatch(before: DealView, after: DealView, { revision, at, event }: DealPatch): DealChange | null {
  return event && dealChange(before, after, { type: event.type }, { revision, at, by: { ...event.by, id: "" } });
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
