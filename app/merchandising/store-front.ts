import type { PlainDate } from "#machines/money/plain-date";
import type { Opening } from "./opening-hours";

/** What every public page says about the store. */
export interface StoreFront {
  name: string;
  phone: string;
  email: string;
  address: { street: string; city: string; region: string; postcode: string };
  hours: ({ opens: string; closes: string } | null)[];
  opening: Opening;
  today: PlainDate;
}
