import { startTransition, useEffect, useRef, useState } from "react";
import { useChangeSentence } from "#app/deal-card/use-change-sentence";
import { useDeal } from "#app/deal-card/use-deal";

/**
 * Says aloud, politely, what another person has just changed. A change of a figure is said by the summary already; this
 * is for the others, whose only sign on the screen is a by-line.
 */
export function ChangeAnnouncer() {
  const { changes, isStaff, me } = useDeal();
  const sentenceOf = useChangeSentence();
  const [said, setSaid] = useState("");
  const newest = changes.at(-1);
  const known = useRef(newest?.revision ?? 0);
  useEffect(() => {
    if (!newest || newest.revision <= known.current) return;
    known.current = newest.revision;
    const { by, numbers } = newest;
    const own = isStaff ? by.role === me?.role && by.firstName === me?.firstName : by.role === "customer";
    if (!own && numbers === null) startTransition(() => setSaid(sentenceOf(newest).cause));
  }, [newest, isStaff, me, sentenceOf]);
  return (
    <span className="sr-only" role="status" aria-live="polite">
      {said}
    </span>
  );
}
