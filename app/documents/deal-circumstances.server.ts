import type { DealContext } from "#machines/deal/deal-context";
import { openSeats } from "#machines/deal/seat";
import type { DocumentCircumstances } from "#machines/jacket/document-facts";
import { openDueItems } from "#machines/stages/due-bill";
import { remember } from "#app/platform/remember.server";
import type { ConditionalDeliveryTerms, OwedItem, RefusalOfCredit } from "./forms/form-input";

/** What the forms need beside the card, as the features that know it say. */
export interface DealCircumstances extends Partial<DocumentCircumstances> {
  owed?: OwedItem[];
  refusal?: RefusalOfCredit | null;
  conditional?: ConditionalDeliveryTerms | null;
}

export type ReadCircumstances = (dealId: string) => Promise<DealCircumstances>;

const port = remember("dealCircumstances", () => ({ readers: [] as ReadCircumstances[] }));

/** A feature that knows of lenders, decisions or promises says once how they are read; later ones win. */
export const connectCircumstances = (read: ReadCircumstances): void => {
  if (!port.readers.includes(read)) port.readers.push(read);
};

export async function circumstancesOf(dealId: string, context: DealContext): Promise<DealCircumstances> {
  const known: DealCircumstances = { coBuyer: coBuyerOf(context) !== null, owed: owedBy(context) };
  for (const read of port.readers) Object.assign(known, await read(dealId));
  return known;
}

/** What the due bill lists: all that is still owed, as it was promised. */
const owedBy = ({ dueBill }: DealContext): OwedItem[] =>
  openDueItems(dueBill.items).map(({ text, owner, dueOn }) => ({
    what: text,
    // By the name the customer knows them under.
    by: owner?.firstName ?? "The store",
    due: dueOn,
  }));

/** Who shares the contract, as it names them; null where the buyer signs alone. */
export function coBuyerOf({ seats }: DealContext): { name: string; email: string } | null {
  const seat = openSeats(seats).find(({ kind }) => kind === "coBuyer");
  if (!seat) return null;
  const { firstName, lastName, email } = seats.coBuyer;
  return { name: `${firstName} ${lastName}`.trim() || seat.name, email };
}
