import { Hand } from "lucide-react";
import { whoVariable, type Person } from "#app/ui/person-colour";

/** Somebody else is typing in the field: a courtesy that can be taken over. All words are already said. */
export interface HeldBy extends Person {
  note: string;
  action: string;
  takeOver(): void;
}

/** Inside the field's end, so that nothing moves: their hand on it, and a tap that takes the field over. */
export function FieldHeld({ held }: { held: HeldBy }) {
  return (
    <span className={`${whoVariable[held.who]} absolute right-1 flex animate-fade-in`}>
      <span aria-live="polite" className="sr-only">
        {held.note}
      </span>
      <button
        type="button"
        title={`${held.note} ${held.action}.`}
        aria-label={held.action}
        onClick={held.takeOver}
        className="touch-target grid size-7 place-items-center rounded-chip text-(--who) hover:bg-sunken"
      >
        <Hand aria-hidden className="size-4" strokeWidth={2} />
      </button>
    </span>
  );
}
