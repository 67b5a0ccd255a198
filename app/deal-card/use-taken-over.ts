import { useState } from "react";
import { useDeal } from "#app/deal-card/use-deal";
import type { DealView } from "#machines/deal/deal-view";

type Staff = { staffId?: string; firstName: string } | null;

const seatOf = (role: string | undefined, { card: { people } }: DealView): Staff =>
  role === "fniManager" ? people.fniManager : role === "salesperson" ? people.salesperson : null;

/** Who took the deal over from this member of staff while they had it open; null when nobody did, or they have read it. */
export function useTakenOver(): { by: string; putAway: () => void } | null {
  const { view, me } = useDeal();
  const now = seatOf(me?.role, view);
  const [had, setHad] = useState(false);
  const [read, setRead] = useState<string | null>(null);
  const isMine = now?.staffId !== undefined && now.staffId === me?.staffId;
  // Once theirs on this card is theirs for as long as the card is open, so this is set once.
  if (isMine && !had) setHad(true);
  if (!now || isMine || !had || read === now.staffId) return null;
  return { by: now.firstName, putAway: () => setRead(now.staffId ?? null) };
}
