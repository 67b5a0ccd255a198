import { fieldsOfLine } from "#app/deal-card/changed-fields";
import { cardMessages } from "#app/deal-card/card-messages";
import { useDeal, type RecentChange } from "#app/deal-card/use-deal";
import { useMessages } from "#app/ui/messages";
import type { JustChanged } from "#app/ui/money-line";
import type { Person, Who } from "#app/ui/person-colour";

/** One colour a seat, so that both screens draw the same person alike: salesperson, customer, anybody else. */
export function whoOf(role: string): Who {
  if (role === "salesperson") return 1;
  return role === "customer" ? 2 : 3;
}

/** What to call somebody on the card; an unnamed shopper is "Customer". */
export function usePersonName() {
  const t = useMessages(cardMessages);
  return ({ firstName, role }: { firstName: string | null; role: string }) =>
    firstName || (role === "customer" ? t("people.customer") : t("people.store"));
}

/** Whose focus rests there now, if it is somebody else's and they are awake. */
export function usePresenceAt(field: string): Person | null {
  const { people } = useDeal();
  const nameOf = usePersonName();
  const person = people.find((one) => !one.you && !one.idle && one.field === field);
  return person ? { name: nameOf(person), who: whoOf(person.role) } : null;
}

function useJustChanged() {
  const t = useMessages(cardMessages);
  const nameOf = usePersonName();
  return (change: RecentChange | undefined): JustChanged | null =>
    change
      ? {
          name: nameOf(change.by),
          who: whoOf(change.by.role),
          isYou: change.by.you,
          when: t("people.justNow"),
          changeId: change.at,
        }
      : null;
}

/** Who changed this place within the last minute. */
export function useChangedAt(field: string): JustChanged | null {
  const { recent } = useDeal();
  return useJustChanged()(recent[field]);
}

/** Who last moved a line of figures within the last minute. */
export function useLineChanged(): (code: string) => JustChanged | null {
  const { recent } = useDeal();
  const justChanged = useJustChanged();
  return (code) => {
    const newest = fieldsOfLine(code)
      .flatMap((field) => recent[field] ?? [])
      .toSorted((one, other) => other.at - one.at)[0];
    return justChanged(newest);
  };
}
