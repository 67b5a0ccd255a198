import { startTransition, useCallback, useEffect, useMemo, useRef, useState } from "react";
import { type DealChange, dealChange } from "#machines/deal/deal-changes";
import type { DealEdit } from "#machines/deal/deal-events";
import type { DealView } from "#machines/deal/deal-view";
import { foreseenView } from "#machines/deal/foreseen-view";
import type { ActorRef, Audience } from "#machines/store/actor";
import type { EditAnswer } from "#app/deals/edit-answer";
import {
  connectDeal,
  type DealConnection,
  type DealConnectionEvents,
  type DealLine,
} from "#app/realtime/deal-connection";
import type { WaitingEdit } from "#app/realtime/edit-outbox";
import { keptEdits } from "#app/realtime/kept-edits";
import type { DealPatch } from "#app/realtime/protocol";
import { changedFields } from "./changed-fields";
import type { DealCardState, LineState, RecentChange } from "./use-deal";

/** A by-line stays this long; after that it is only in the history. */
const RECENT_MS = 60_000;

interface LiveDealStart {
  dealId: string;
  view: DealView;
  changes: DealChange[];
  me: DealCardState["me"];
  audience: Audience;
  /** The answer to an edit that was typed before this page was opened. */
  onAnsweredLate(edit: DealEdit, answer: EditAnswer): void;
}

const nothingWaits: { unanswered: readonly WaitingEdit[]; unseen: readonly WaitingEdit[] } = {
  unanswered: [],
  unseen: [],
};

/**
 * The deal as it moves: the loader's view first, then every patch of the live line, and over both what this person has
 * changed and the store has not answered yet.
 */
export function useLiveDeal(start: LiveDealStart) {
  const { dealId, me, audience, onAnsweredLate } = start;
  const [view, setView] = useState(start.view);
  const [changes, setChanges] = useState(start.changes);
  const [people, setPeople] = useState<DealCardState["people"]>([]);
  const [line, setLine] = useState<LineState>("connecting");
  const [edits, setEdits] = useState(nothingWaits);
  const { recent, noteRecent, noteOwn } = useRecentChanges();
  const connection = useRef<DealConnection | null>(null);
  const [socket, setSocket] = useState<DealLine | null>(null);
  // A card is one deal for its whole life; its route remounts it for another one.
  const initialView = useRef(start.view);
  const whose = me?.staffId ?? audience;

  useEffect(() => {
    const events: DealConnectionEvents = {
      line: (state) => startTransition(() => setLine(state)),
      // At once: what a person types must stand where they typed it.
      waiting: (unanswered, unseen) => setEdits({ unanswered, unseen }),
      answeredLate: onAnsweredLate,
      replaced: setView,
      people: (list, yourKey) =>
        startTransition(() => setPeople(list.map((person) => ({ ...person, you: person.key === yourKey })))),
      patched: (before, after, patch) => {
        // In one drawing with the edits it confirms: drawn after them, the field would show its old value for a moment.
        setView(after);
        startTransition(() => {
          const change = changeFromPatch(before, after, patch);
          if (change) setChanges((list) => [...list, change]);
          noteRecent(patch);
        });
      },
    };
    const live = connectDeal(dealId, initialView.current, events, { kept: keptEdits(dealId, whose) });
    connection.current = live;
    startTransition(() => setSocket(live.socket));
    return () => live.close();
  }, [dealId, whose, noteRecent, onAnsweredLate]);

  const shown = useForeseen(view, edits, me);
  useAskBeforeLosing(edits.unanswered);
  return { view: shown, changes, recent, people, line, waiting: edits.unanswered.length, connection, socket, noteOwn };
}

/** The card with this person's own changes on it, applied in order over whatever arrived meanwhile. */
function useForeseen(view: DealView, { unanswered, unseen }: typeof nothingWaits, me: DealCardState["me"]): DealView {
  return useMemo(() => {
    const waiting = [...unseen, ...unanswered];
    if (waiting.length === 0) return view;
    const firstName = me?.firstName ?? (view.card.people.customer.firstName || null);
    const by = { kind: me ? "staff" : "customer", id: "", role: me?.role ?? "customer", firstName } as ActorRef;
    return waiting.reduce((seen, { edit, madeAt }) => foreseenView(seen, edit, { by, at: madeAt }), view);
  }, [view, unanswered, unseen, me]);
}

/** Changes that may not wait in the browser's storage are lost with the page: it asks before it goes. */
function useAskBeforeLosing(unanswered: readonly WaitingEdit[]): void {
  const wouldBeLost = unanswered.some(({ kept }) => !kept);
  useEffect(() => {
    if (!wouldBeLost) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener("beforeunload", ask);
    return () => window.removeEventListener("beforeunload", ask);
  }, [wouldBeLost]);
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
